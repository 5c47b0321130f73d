@echo off
rem Runs Lamella: lamella.cmd VERB ... Builds it first where a source changed since the last build.
setlocal
set "LAMELLA_ROOT=%~dp0"
set "LAMELLA_APP=%~dp0apps\Lamella.Cli\bin\Release\net10.0\lamella.dll"
set "LAMELLA_STAMP=%~dp0artifacts\lamella.stamp"

where dotnet >nul 2>nul
if errorlevel 1 (
    echo lamella: the .NET 10 SDK is missing, 'dotnet' is not on the PATH. Install it from https://dotnet.microsoft.com/download 1>&2
    exit /b 1
)

rem Exit code 1: a source was added, removed or changed; the new list of files then lies beside the stamp.
powershell -NoProfile -ExecutionPolicy Bypass -Command "$root = $env:LAMELLA_ROOT; $stamp = $env:LAMELLA_STAMP; $folders = @('src', 'apps', 'data' | ForEach-Object { Join-Path $root $_ } | Where-Object { Test-Path $_ }); $settings = @('Directory.Build.props', 'Directory.Packages.props', 'global.json', '.editorconfig', 'BannedSymbols.txt', 'BannedSymbols.Libraries.txt' | ForEach-Object { Get-Item -Force (Join-Path $root $_) }); $files = $settings + @(Get-ChildItem -Path $folders -Recurse -File -Force | Where-Object { $_.FullName -notmatch '[\\/](bin|obj)[\\/]' }); $list = ($files | ForEach-Object { $_.FullName }) -join ';'; $fresh = (Test-Path $env:LAMELLA_APP) -and (Test-Path $stamp) -and ([IO.File]::ReadAllText($stamp) -eq $list); if ($fresh) { $built = (Get-Item $stamp).LastWriteTimeUtc; $fresh = @($files | Where-Object { $_.LastWriteTimeUtc -gt $built }).Count -eq 0 }; if (-not $fresh) { $null = New-Item -ItemType Directory -Force (Split-Path $stamp); [IO.File]::WriteAllText($stamp + '.next', $list); exit 1 }"
if not errorlevel 1 goto run

echo lamella: building from source ... 1>&2
dotnet build "%LAMELLA_ROOT%apps\Lamella.Cli" -c Release -nologo --tl:off -clp:ErrorsOnly >"%LAMELLA_ROOT%artifacts\lamella-build.log" 2>&1
if errorlevel 1 (
    type "%LAMELLA_ROOT%artifacts\lamella-build.log" 1>&2
    echo lamella: the build failed; the errors stand above. 1>&2
    exit /b 1
)
move /y "%LAMELLA_STAMP%.next" "%LAMELLA_STAMP%" >nul

:run
dotnet "%LAMELLA_APP%" %*
exit /b %errorlevel%
