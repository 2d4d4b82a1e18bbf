#ifndef DATELINE_CPROJ_SHIM_H
#define DATELINE_CPROJ_SHIM_H

#include <geodesic.h>
#include <proj.h>

#endif
