#ifndef OPENWORK_DASHBOARD_FILES_H
#define OPENWORK_DASHBOARD_FILES_H

/* A file of the dashboard, as it stands in the folder Files. */
typedef struct {
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    unsigned long length;
} dashboard_file;

/* The file at a place, counted from 0; null past the last. */
const dashboard_file *_Nullable dashboard_file_at(int place);

#endif
