#include "registry_files.h"
