/* Starts the Python that lies beside this program: <program> ARGS is python -m boligtildeling ARGS.
   Built twice: with a window of its own (VINDU) and for the command line. */
#define WIN32_LEAN_AND_MEAN
#define UNICODE
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST 32768
typedef int(__cdecl *python_main)(int, wchar_t **);

static int fail(const wchar_t *what) {
    static wchar_t text[600];
    _snwprintf(text, 599, L"%ls kan ikke lastes (feil %lu). Be IT om \x00e5 reparere installasjonen.", what, GetLastError());
#ifdef VINDU
    MessageBoxW(NULL, text, L"Boligtildeling", MB_ICONERROR);
#else
    fwprintf(stderr, L"%ls\n", text);
#endif
    return 5;
}

static int start(int argc, wchar_t **argv) {
    static wchar_t folder[LONGEST], library[LONGEST];
    wchar_t **with_module = calloc((size_t)argc + 3, sizeof *with_module), *slash;
    HMODULE python;
    python_main run;
    if (!with_module || !GetModuleFileNameW(NULL, folder, LONGEST - 1)) return fail(L"Programmet");
    slash = wcsrchr(folder, L'\\');
    if (slash) *slash = 0;
    _snwprintf(library, LONGEST - 1, L"%ls\\%ls", folder, PYTHON_DLL);
    SetDllDirectoryW(L""); /* nothing from the folder that the user happens to stand in */
    python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!python) return fail(PYTHON_DLL);
    run = (python_main)(void *)GetProcAddress(python, "Py_Main");
    if (!run) return fail(L"Py_Main");
    with_module[0] = argv[0];
    with_module[1] = L"-m";
    with_module[2] = L"boligtildeling";
    for (int i = 1; i < argc; i++) with_module[i + 2] = argv[i];
    return run(argc + 2, with_module);
}

#ifdef VINDU
int WINAPI wWinMain(HINSTANCE self, HINSTANCE none, PWSTR line, int show) {
    (void)self; (void)none; (void)line; (void)show;
    return start(__argc, __wargv);
}
#else
int wmain(int argc, wchar_t **argv) { return start(argc, argv); }
#endif
