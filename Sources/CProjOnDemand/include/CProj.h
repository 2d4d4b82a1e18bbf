#ifndef DATELINE_CPROJ_ON_DEMAND_H
#define DATELINE_CPROJ_ON_DEMAND_H

/* The functions are those of on_demand.c; hidden, so that nothing else in the process binds to them. */
#define PROJ_DLL __attribute__((visibility("hidden")))
#define GEOD_DLL __attribute__((visibility("hidden")))

#include <geodesic.h>
#include <proj.h>

#endif
