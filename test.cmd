@echo off
rem Builds everything in Release and runs the tests: test.cmd [WORD...] [--trait NAME=VALUE] ... (see test.cmd --help)
setlocal
set "LAMELLA_ROOT=%~dp0"
set "LAMELLA_BUILD=yes"
for %%a in (%*) do (
    if "%%~a"=="--no-build" set "LAMELLA_BUILD=no"
    if "%%~a"=="--help" set "LAMELLA_BUILD=no"
    if "%%~a"=="-h" set "LAMELLA_BUILD=no"
)
if "%LAMELLA_BUILD%"=="no" goto run

if not exist "%LAMELLA_ROOT%artifacts" mkdir "%LAMELLA_ROOT%artifacts"
dotnet build "%LAMELLA_ROOT%Lamella.slnx" -c Release -nologo --tl:off -clp:ErrorsOnly >"%LAMELLA_ROOT%artifacts\test-build.log" 2>&1
if errorlevel 1 (
    type "%LAMELLA_ROOT%artifacts\test-build.log" 1>&2
    echo test: the build failed; the errors stand above. No test was run. 1>&2
    exit /b 1
)

:run
rem The dot: a quoted path that ends in a backslash would swallow the quote.
dotnet "%LAMELLA_ROOT%tests\Lamella.TestRunner\bin\Release\net10.0\Lamella.TestRunner.dll" "%LAMELLA_ROOT%." %*
exit /b %errorlevel%
