/* The first part of the AppImage: finds the file system that follows it, mounts it with FUSE, and starts AppRun in it.
   Written from the AppImage specification (type 2). Linked statically, so it runs on any 64-bit Linux.
   Where FUSE cannot be used, the files are unpacked to a private temporary folder, which is removed afterwards. */
#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <squashfuse/config.h>
#include <squashfuse/file.h>
#include <squashfuse/fs.h>
#include <squashfuse/ll.h>
#include <squashfuse/traverse.h>
#include <squashfuse/util.h>

#define RUNTIME "boligtildeling-runtime 1"
#define CHUNK (1 << 20)

/* Sections that AppImage tools look for. */
__attribute__((section(".upd_info"), used)) char upd_info[1024] = {0};
__attribute__((section(".sha256_sig"), used)) char sha256_sig[1024] = {0};
__attribute__((section(".sig_key"), used)) char sig_key[8192] = {0};

static const char HELP[] =
    "--appimage-extract [START]   unpack what begins with START, or all of it, into squashfs-root\n"
    "--appimage-extract-and-run   unpack to a temporary folder and run from there\n"
    "--appimage-mount             mount, print where, and wait\n"
    "--appimage-offset            print where the file system begins\n"
    "--appimage-version           print the version of this first part\n";

static void die(const char *what) {
    fprintf(stderr, "AppImage: %s: %s\n", what, strerror(errno));
    exit(127);
}

static const char *temporary(void) {
    const char *folder = getenv("TMPDIR");
    return folder && *folder ? folder : "/tmp";
}

/* The file system begins where the section table of this program ends. */
static size_t image_offset(const char *image) {
    Elf64_Ehdr head;
    int fd = open(image, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || read(fd, &head, sizeof head) != (ssize_t)sizeof head) die(image);
    close(fd);
    return head.e_shoff + (size_t)head.e_shentsize * head.e_shnum;
}

/* --- unpacking --------------------------------------------------------------------------------------------------- */

static int write_all(int fd, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(fd, bytes, count);
        if (written < 0) return -1;
        bytes += written;
        count -= (size_t)written;
    }
    return 0;
}

static int unpack_file(sqfs *fs, sqfs_inode *inode, const char *to) {
    static char buffer[CHUNK];
    int failed = 0, fd = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, (inode->base.mode & 0777) | 0200);
    if (fd < 0) return -1;
    for (sqfs_off_t at = 0; !failed && at < (sqfs_off_t)inode->xtra.reg.file_size;) {
        sqfs_off_t count = CHUNK;
        failed = sqfs_read_range(fs, inode, at, &count, buffer) || count <= 0 || write_all(fd, buffer, (size_t)count);
        at += count;
    }
    return close(fd) || failed ? -1 : 0;
}

static int unpack_link(sqfs *fs, sqfs_inode *inode, const char *to) {
    char target[PATH_MAX];
    size_t size = sizeof target;
    return sqfs_readlink(fs, inode, target, &size) ? -1 : symlink(target, to);
}

static int unpack_folder(const char *to) { return mkdir(to, 0755) && errno != EEXIST ? -1 : 0; }

static int unpack_one(sqfs *fs, sqfs_inode *inode, const char *to) {
    switch (inode->base.inode_type) {
    case SQUASHFS_DIR_TYPE: case SQUASHFS_LDIR_TYPE: return unpack_folder(to);
    case SQUASHFS_SYMLINK_TYPE: case SQUASHFS_LSYMLINK_TYPE: return unpack_link(fs, inode, to);
    case SQUASHFS_REG_TYPE: case SQUASHFS_LREG_TYPE: return unpack_file(fs, inode, to);
    default: return 0;
    }
}

/* For a part of the image: the folders above it. */
static void make_parents(char *path, size_t root) {
    for (char *slash = path + root + 1; (slash = strchr(slash, '/')); slash++) {
        *slash = 0;
        mkdir(path, 0755);
        *slash = '/';
    }
}

static int unpack(const char *image, size_t offset, const char *to, const char *start) {
    sqfs fs;
    sqfs_inode inode;
    sqfs_traverse walk;
    sqfs_err err = SQFS_OK;
    int failed = 0;
    if (sqfs_open_image(&fs, image, offset)) return 1;
    if (sqfs_inode_get(&fs, &inode, sqfs_inode_root(&fs)) || sqfs_traverse_open_inode(&walk, &fs, &inode)) return 1;
    failed = unpack_folder(to);
    while (!failed && sqfs_traverse_next(&walk, &err)) {
        char path[PATH_MAX];
        if (walk.dir_end || (start && strncmp(walk.path, start, strlen(start)))) continue;
        failed = snprintf(path, sizeof path, "%s/%s", to, walk.path) >= (int)sizeof path;
        if (failed) break;
        if (start) make_parents(path, strlen(to));
        failed = sqfs_inode_get(&fs, &inode, sqfs_dentry_inode(&walk.entry)) || unpack_one(&fs, &inode, path);
        if (failed) perror(path);
    }
    sqfs_traverse_close(&walk);
    sqfs_fd_close(fs.fd);
    sqfs_destroy(&fs);
    return failed || err;
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *place) {
    (void)about; (void)kind; (void)place;
    return remove(path);
}

static void remove_tree(const char *path) { nftw(path, remove_one, 32, FTW_DEPTH | FTW_PHYS); }

/* --- mounting ---------------------------------------------------------------------------------------------------- */

static struct fuse_session *session;
static int lifeline;

/* The program and all it started hold the other end of the pipe: when it closes, they are gone. */
static void *wait_for_the_program(void *unused) {
    char byte;
    ssize_t count;
    (void)unused;
    do count = read(lifeline, &byte, 1);
    while (count > 0 || (count < 0 && errno == EINTR));
    fuse_session_exit(session);
    kill(getpid(), SIGTERM);
    return NULL;
}

static void woken(int signal) { (void)signal; }

static int serve(const char *image, size_t offset, const char *where, int ready) {
    struct fuse_lowlevel_ops ops = {
        .getattr = sqfs_ll_op_getattr, .opendir = sqfs_ll_op_opendir, .releasedir = sqfs_ll_op_releasedir,
        .readdir = sqfs_ll_op_readdir, .lookup = sqfs_ll_op_lookup, .open = sqfs_ll_op_open,
        .create = sqfs_ll_op_create, .release = sqfs_ll_op_release, .read = sqfs_ll_op_read,
        .readlink = sqfs_ll_op_readlink, .listxattr = sqfs_ll_op_listxattr, .getxattr = sqfs_ll_op_getxattr,
        .forget = sqfs_ll_op_forget, .statfs = stfs_ll_op_statfs,
    };
    struct fuse_args args = FUSE_ARGS_INIT(0, NULL);
    struct sigaction quiet = {.sa_handler = woken};
    sqfs_ll_chan channel = {0};
    pthread_t watcher;
    sqfs_ll *image_fs = sqfs_ll_open(image, offset);
    if (!image_fs) return 1;
    fuse_opt_add_arg(&args, "appimage");
    fuse_opt_add_arg(&args, "-oro,nodev,nosuid,subtype=squashfuse,fsname=Boligtildeling");
    if (sqfs_ll_mount(&channel, where, &args, &ops, sizeof ops, image_fs)) return 1;
    session = channel.session;
    sigaction(SIGTERM, &quiet, NULL);
    signal(SIGINT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    if (write(ready, "1", 1) != 1 || pthread_create(&watcher, NULL, wait_for_the_program, NULL)) return 1;
    close(ready);
    fuse_session_loop(session);
    sqfs_ll_unmount(&channel, where);
    rmdir(where);
    return 0;
}

static void become_server(const char *image, size_t offset, const char *where, int ready) {
    int nothing = open("/dev/null", O_RDWR);
    setsid();
    dup2(nothing, 0);
    dup2(nothing, 1);
    dup2(nothing, 2);
    if (chdir("/")) _exit(1);
    _exit(serve(image, offset, where, ready));
}

/* 0 when it is mounted in `where`: for as long as this process, or one that it starts, has the pipe open. */
static int mount_image(const char *image, size_t offset, char *where) {
    int ready[2], alive[2];
    char byte;
    ssize_t count;
    pid_t child;
    snprintf(where, PATH_MAX, "%s/.mount_boligXXXXXX", temporary());
    if (!mkdtemp(where)) return 1;
    if (pipe2(ready, O_CLOEXEC) || pipe(alive) || (child = fork()) < 0) {
        rmdir(where);
        return 1;
    }
    if (!child) {
        if (fork()) _exit(0);
        close(ready[0]);
        close(alive[1]);
        lifeline = alive[0];
        become_server(image, offset, where, ready[1]);
    }
    close(ready[1]);
    close(alive[0]);
    waitpid(child, NULL, 0);
    while ((count = read(ready[0], &byte, 1)) < 0 && errno == EINTR) ;
    close(ready[0]);
    if (count == 1) return 0;
    close(alive[1]);
    rmdir(where);
    return 1;
}

/* --- starting ---------------------------------------------------------------------------------------------------- */

static void start(const char *image, const char *folder, char **argv) {
    static char program[PATH_MAX + 8];
    snprintf(program, sizeof program, "%s/AppRun", folder);
    setenv("APPIMAGE", image, 1);
    setenv("APPDIR", folder, 1);
    setenv("ARGV0", argv[0], 1);
    argv[0] = program;
    execv(program, argv);
    die(program);
}

static int unpack_and_run(const char *image, size_t offset, char **argv) {
    char folder[PATH_MAX];
    int status = 0;
    pid_t child;
    snprintf(folder, sizeof folder, "%s/.unpacked_boligXXXXXX", temporary());
    if (!mkdtemp(folder)) die(folder);
    if (unpack(image, offset, folder, NULL)) {
        fprintf(stderr, "AppImage: cannot unpack to %s\n", folder);
        remove_tree(folder);
        return 127;
    }
    child = fork();
    if (child < 0) die("fork");
    if (!child) start(image, folder, argv);
    signal(SIGINT, SIG_IGN);
    signal(SIGQUIT, SIG_IGN);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) ;
    remove_tree(folder);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static int is(const char *given, const char *option) { return !strcmp(given, option); }

int main(int argc, char **argv) {
    char image[PATH_MAX], where[PATH_MAX];
    const char *option = argc > 1 ? argv[1] : "";
    int unpacked = getenv("APPIMAGE_EXTRACT_AND_RUN") != NULL;
    size_t offset;
    if (!realpath("/proc/self/exe", image)) die("/proc/self/exe");
    offset = image_offset(image);
    if (is(option, "--appimage-help")) return fputs(HELP, stdout) < 0;
    if (is(option, "--appimage-version")) return puts(RUNTIME) < 0;
    if (is(option, "--appimage-offset")) return printf("%zu\n", offset) < 0;
    if (is(option, "--appimage-updateinformation")) return puts((const char *)(volatile char *)upd_info) < 0;
    if (is(option, "--appimage-extract")) return unpack(image, offset, "squashfs-root", argc > 2 ? argv[2] : NULL);
    if (is(option, "--appimage-mount")) {
        if (mount_image(image, offset, where)) die("mount");
        puts(where);
        fflush(stdout);
        pause();
        return 0;
    }
    if (is(option, "--appimage-extract-and-run")) {
        unpacked = 1;
        argv[1] = argv[0];
        argv++;
    }
    if (!unpacked && !mount_image(image, offset, where)) start(image, where, argv);
    return unpack_and_run(image, offset, argv);
}
