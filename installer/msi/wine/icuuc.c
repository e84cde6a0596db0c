/* Only for trying the program in Wine: Windows 10 and later have icuuc.dll. Every converter is "not available" here. */
#define OUT __declspec(dllexport)
enum { UNSUPPORTED = 16 };
static void *none(int *error) { if (error) *error = UNSUPPORTED; return 0; }
OUT void *ucnv_open(const char *name, int *error) { (void)name; return none(error); }
OUT void ucnv_close(void *c) { (void)c; }
OUT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
OUT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
OUT void ucnv_reset(void *c) { (void)c; }
OUT signed char ucnv_getMaxCharSize(void *c) { (void)c; return 4; }
OUT const char *ucnv_getName(void *c, int *error) { (void)c; return none(error); }
OUT void ucnv_getToUCallBack(void *c, void **action, const void **about) { (void)c; *action = 0; *about = 0; }
OUT void ucnv_getFromUCallBack(void *c, void **action, const void **about) { (void)c; *action = 0; *about = 0; }
OUT void ucnv_setToUCallBack(void *c, void *n, void *a, void **o, void **b, int *error) {
    (void)c; (void)n; (void)a; (void)o; (void)b; none(error);
}
OUT void ucnv_setFromUCallBack(void *c, void *n, void *a, void **o, void **b, int *error) {
    (void)c; (void)n; (void)a; (void)o; (void)b; none(error);
}
OUT void ucnv_cbToUWriteUChars(void *a, void *s, int n, int o, int *error) { (void)a; (void)s; (void)n; (void)o; none(error); }
OUT void ucnv_cbFromUWriteUChars(void *a, void **s, void *e, int o, int *error) { (void)a; (void)s; (void)e; (void)o; none(error); }
OUT void ucnv_toUnicode(void *c, void **t, void *te, void **s, void *se, int *o, char f, int *error) {
    (void)c; (void)t; (void)te; (void)s; (void)se; (void)o; (void)f; none(error);
}
OUT void ucnv_fromUnicode(void *c, void **t, void *te, void **s, void *se, int *o, char f, int *error) {
    (void)c; (void)t; (void)te; (void)s; (void)se; (void)o; (void)f; none(error);
}
OUT int ucnv_toUCountPending(void *c, int *error) { (void)c; none(error); return 0; }
OUT int ucnv_fromUCountPending(void *c, int *error) { (void)c; none(error); return 0; }
OUT const char *ucnv_getStandardName(const char *n, const char *s, int *error) { (void)n; (void)s; return none(error); }
OUT const char *ucnv_getAvailableName(int n) { (void)n; return 0; }
OUT int ucnv_countAvailable(void) { return 0; }
