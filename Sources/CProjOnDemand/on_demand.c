/* libproj on demand: the functions that Geodesy calls, each of which loads the library at the first call.
 *
 * libproj brings some forty libraries along (curl, TLS, TIFF, Kerberos), which cost every process 10 to 20 ms of its start, also
 * one that measures and draws nothing. Linked to these functions instead, such a process never loads them.
 *
 * A process that needs libproj and cannot load it ends with a sentence and exit code 1, as the dynamic linker would have ended it.
 */
#include "CProj.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#define FUNCTIONS(EACH)                                                                                                      \
  EACH(geod_init) EACH(geod_inverse) EACH(geod_direct) EACH(geod_inverseline) EACH(geod_directline) EACH(geod_position)      \
  EACH(geod_polygon_init) EACH(geod_polygon_addpoint) EACH(geod_polygon_compute)                                             \
  EACH(proj_context_create) EACH(proj_context_destroy) EACH(proj_context_errno) EACH(proj_context_errno_string)              \
  EACH(proj_context_set_enable_network) EACH(proj_context_set_search_paths) EACH(proj_log_level) EACH(proj_log_func)         \
  EACH(proj_info) EACH(proj_create) EACH(proj_create_crs_to_crs_from_pj) EACH(proj_normalize_for_visualization) EACH(proj_destroy)           \
  EACH(proj_area_create) EACH(proj_area_set_bbox) EACH(proj_area_destroy) EACH(proj_trans)                                   \
  EACH(proj_angular_input) EACH(proj_angular_output) EACH(proj_errno) EACH(proj_errno_reset) EACH(proj_is_crs)               \
  EACH(proj_get_type) EACH(proj_get_name) EACH(proj_get_id_auth_name) EACH(proj_get_id_code) EACH(proj_get_area_of_use)      \
  EACH(proj_crs_get_coordinate_system) EACH(proj_cs_get_axis_count) EACH(proj_cs_get_axis_info) EACH(proj_pj_info)           \
  EACH(proj_coordoperation_get_accuracy) EACH(proj_trans_get_last_used_operation)

static struct {
#define POINTER(name) __typeof__(name) *name;
  FUNCTIONS(POINTER)
#undef POINTER
} proj;

static atomic_bool is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void give_up(const char *reason) {
  fprintf(stderr,
          "dateline: libproj, which measures and projects, cannot be loaded: %s\n"
          "  install PROJ %d (Debian, Ubuntu: apt-get install libproj25) or name its folder in LD_LIBRARY_PATH\n",
          reason ? reason : "no reason given", PROJ_VERSION_MAJOR);
  exit(1);
}

/* The name of PROJ 9's binary interface; else any libproj of the major version whose header this was compiled with. */
static void *open_library(void) {
  void *library = dlopen("libproj.so.25", RTLD_LAZY | RTLD_LOCAL);
  if (library && PROJ_VERSION_MAJOR == 9) return library;
  library = dlopen("libproj.so", RTLD_LAZY | RTLD_LOCAL);
  if (!library) give_up(dlerror());
  __typeof__(proj_info) *info = (__typeof__(proj_info) *)dlsym(library, "proj_info");
  if (!info || info().major != PROJ_VERSION_MAJOR) give_up("libproj.so is of another version");
  return library;
}

static void load(void) {
  void *library = open_library();
#define FIND(name)                                                \
  proj.name = (__typeof__(name) *)dlsym(library, #name);          \
  if (!proj.name) give_up("it has no function " #name);
  FUNCTIONS(FIND)
#undef FIND
  atomic_store_explicit(&is_loaded, 1, memory_order_release);
}

static inline void need_library(void) {
  if (__builtin_expect(!atomic_load_explicit(&is_loaded, memory_order_acquire), 0)) pthread_once(&once, load);
}

/* What needs no library. */
PJ_COORD proj_coord(double x, double y, double z, double t) { return (PJ_COORD){.v = {x, y, z, t}}; }

#define FORWARD(result, name, parameters, arguments) \
  result name parameters {                           \
    need_library();                                  \
    return proj.name arguments;                      \
  }
#define CALL(name, parameters, arguments) \
  void name parameters {                  \
    need_library();                       \
    proj.name arguments;                  \
  }

CALL(geod_init, (struct geod_geodesic * g, double a, double f), (g, a, f))
CALL(geod_inverse,
     (const struct geod_geodesic *g, double lat1, double lon1, double lat2, double lon2, double *s12, double *azi1, double *azi2),
     (g, lat1, lon1, lat2, lon2, s12, azi1, azi2))
CALL(geod_direct,
     (const struct geod_geodesic *g, double lat1, double lon1, double azi1, double s12, double *lat2, double *lon2, double *azi2),
     (g, lat1, lon1, azi1, s12, lat2, lon2, azi2))
CALL(geod_inverseline,
     (struct geod_geodesicline * l, const struct geod_geodesic *g, double lat1, double lon1, double lat2, double lon2,
      unsigned caps),
     (l, g, lat1, lon1, lat2, lon2, caps))
CALL(geod_directline,
     (struct geod_geodesicline * l, const struct geod_geodesic *g, double lat1, double lon1, double azi1, double s12,
      unsigned caps),
     (l, g, lat1, lon1, azi1, s12, caps))
CALL(geod_position, (const struct geod_geodesicline *l, double s12, double *lat2, double *lon2, double *azi2),
     (l, s12, lat2, lon2, azi2))
CALL(geod_polygon_init, (struct geod_polygon * p, int polylinep), (p, polylinep))
CALL(geod_polygon_addpoint, (const struct geod_geodesic *g, struct geod_polygon *p, double lat, double lon), (g, p, lat, lon))
FORWARD(unsigned, geod_polygon_compute,
        (const struct geod_geodesic *g, const struct geod_polygon *p, int reverse, int sign, double *pA, double *pP),
        (g, p, reverse, sign, pA, pP))

FORWARD(PJ_CONTEXT *, proj_context_create, (void), ())
FORWARD(PJ_CONTEXT *, proj_context_destroy, (PJ_CONTEXT * ctx), (ctx))
FORWARD(int, proj_context_errno, (PJ_CONTEXT * ctx), (ctx))
FORWARD(const char *, proj_context_errno_string, (PJ_CONTEXT * ctx, int err), (ctx, err))
FORWARD(int, proj_context_set_enable_network, (PJ_CONTEXT * ctx, int enabled), (ctx, enabled))
CALL(proj_context_set_search_paths, (PJ_CONTEXT * ctx, int count, const char *const *paths), (ctx, count, paths))
FORWARD(PJ_LOG_LEVEL, proj_log_level, (PJ_CONTEXT * ctx, PJ_LOG_LEVEL level), (ctx, level))
CALL(proj_log_func, (PJ_CONTEXT * ctx, void *data, PJ_LOG_FUNCTION log), (ctx, data, log))
FORWARD(PJ_INFO, proj_info, (void), ())
FORWARD(PJ *, proj_create, (PJ_CONTEXT * ctx, const char *definition), (ctx, definition))
FORWARD(PJ *, proj_create_crs_to_crs_from_pj,
        (PJ_CONTEXT * ctx, const PJ *source, const PJ *target, PJ_AREA *area, const char *const *options),
        (ctx, source, target, area, options))
FORWARD(PJ *, proj_normalize_for_visualization, (PJ_CONTEXT * ctx, const PJ *obj), (ctx, obj))
FORWARD(PJ *, proj_destroy, (PJ * P), (P))
FORWARD(PJ_AREA *, proj_area_create, (void), ())
CALL(proj_area_set_bbox, (PJ_AREA * area, double west, double south, double east, double north),
     (area, west, south, east, north))
CALL(proj_area_destroy, (PJ_AREA * area), (area))
FORWARD(PJ_COORD, proj_trans, (PJ * P, PJ_DIRECTION direction, PJ_COORD coord), (P, direction, coord))
FORWARD(int, proj_angular_input, (PJ * P, enum PJ_DIRECTION dir), (P, dir))
FORWARD(int, proj_angular_output, (PJ * P, enum PJ_DIRECTION dir), (P, dir))
FORWARD(int, proj_errno, (const PJ *P), (P))
FORWARD(int, proj_errno_reset, (const PJ *P), (P))
FORWARD(int, proj_is_crs, (const PJ *obj), (obj))
FORWARD(PJ_TYPE, proj_get_type, (const PJ *obj), (obj))
FORWARD(const char *, proj_get_name, (const PJ *obj), (obj))
FORWARD(const char *, proj_get_id_auth_name, (const PJ *obj, int index), (obj, index))
FORWARD(const char *, proj_get_id_code, (const PJ *obj, int index), (obj, index))
FORWARD(int, proj_get_area_of_use,
        (PJ_CONTEXT * ctx, const PJ *obj, double *west, double *south, double *east, double *north, const char **name),
        (ctx, obj, west, south, east, north, name))
FORWARD(PJ *, proj_crs_get_coordinate_system, (PJ_CONTEXT * ctx, const PJ *crs), (ctx, crs))
FORWARD(int, proj_cs_get_axis_count, (PJ_CONTEXT * ctx, const PJ *cs), (ctx, cs))
FORWARD(int, proj_cs_get_axis_info,
        (PJ_CONTEXT * ctx, const PJ *cs, int index, const char **name, const char **abbreviation, const char **direction,
         double *factor, const char **unit, const char **authority, const char **code),
        (ctx, cs, index, name, abbreviation, direction, factor, unit, authority, code))
FORWARD(PJ_PROJ_INFO, proj_pj_info, (PJ * P), (P))
FORWARD(double, proj_coordoperation_get_accuracy, (PJ_CONTEXT * ctx, const PJ *obj), (ctx, obj))
FORWARD(PJ *, proj_trans_get_last_used_operation, (PJ * P), (P))
