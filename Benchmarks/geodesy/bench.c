/* The loops of `dateline-lab geodesy-benchmark` in C, over the same numbers: prints one line a loop, "name items seconds check".
 *
 *   cc -O2 -o bench bench.c $(pkg-config --cflags --libs proj) -lm && ./bench
 */
#include <geodesic.h>
#include <math.h>
#include <proj.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static uint64_t state = 1;

/* SplitMix64, as in the Swift file. */
static double unit(void) {
  uint64_t z = (state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return (double)((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

typedef struct { double longitude, latitude; } coordinate;
typedef struct { double distance, initial, final; } inverse_result;
typedef struct { double longitude, latitude, final; } direct_result;

static void report(const char *name, size_t count, double start, double check) {
  printf("%s %zu %.6f %.9g\n", name, count, now() - start, check);
  fflush(stdout);
}

static void spread(coordinate *points, size_t count, double west, double south, double east, double north) {
  for (size_t i = 0; i < count; i++) {
    points[i].longitude = west + (east - west) * unit();
    points[i].latitude = south + (north - south) * unit();
  }
}

static double bearing(double degrees) { return degrees < 0 ? degrees + 360 : degrees; }

static void geodesics(size_t count) {
  struct geod_geodesic wgs84;
  geod_init(&wgs84, 6378137, 1 / 298.257223563);
  coordinate *from = malloc(count * sizeof *from), *to = malloc(count * sizeof *to);
  inverse_result *inverses = malloc(count * sizeof *inverses);
  direct_result *directs = malloc(count * sizeof *directs);
  spread(from, count, -180, -90, 180, 90);
  spread(to, count, -180, -90, 180, 90);
  memset(inverses, 0, count * sizeof *inverses);
  memset(directs, 0, count * sizeof *directs);

  double start = now();
  for (size_t i = 0; i < count; i++) {
    double s12, azi1, azi2;
    geod_inverse(&wgs84, from[i].latitude, from[i].longitude, to[i].latitude, to[i].longitude, &s12, &azi1, &azi2);
    inverses[i] = (inverse_result){s12, bearing(azi1), bearing(azi2)};
  }
  double sum = 0;
  for (size_t i = 0; i < count; i++) sum += inverses[i].distance;
  report("inverse", count, start, sum / (double)count);

  start = now();
  for (size_t i = 0; i < count; i++) {
    double lat, lon, azi;
    geod_direct(&wgs84, from[i].latitude, from[i].longitude, inverses[i].initial, inverses[i].distance, &lat, &lon, &azi);
    directs[i] = (direct_result){lon, lat, bearing(azi)};
  }
  sum = 0;
  for (size_t i = 0; i < count; i++) sum += directs[i].latitude;
  report("direct", count, start, sum / (double)count);
  free(from);
  free(to);
  free(inverses);
  free(directs);
}

static void projection(const char *name, const char *definition, size_t count, int rounds) {
  coordinate *points = malloc(count * sizeof *points), *plane = malloc(count * sizeof *plane);
  spread(points, count, 10, 30, 15, 60);
  PJ_CONTEXT *context = proj_context_create();
  PJ *operation = proj_create(context, definition);
  if (!operation) exit(1);
  memset(plane, 0, count * sizeof *plane);
  for (int direction = 0; direction < 2; direction++) {
    double start = now(), sum = 0;
    for (int round = 0; round < rounds; round++) {
      if (direction == 0)
        for (size_t i = 0; i < count; i++) {
          PJ_COORD p = proj_coord(points[i].longitude * (M_PI / 180), points[i].latitude * (M_PI / 180), 0, 0);
          p = proj_trans(operation, PJ_FWD, p);
          plane[i] = (coordinate){p.xy.x, p.xy.y};
        }
      else
        for (size_t i = 0; i < count; i++) {
          PJ_COORD p = proj_trans(operation, PJ_INV, proj_coord(plane[i].longitude, plane[i].latitude, 0, 0));
          points[i] = (coordinate){p.lp.lam * (180 / M_PI), p.lp.phi * (180 / M_PI)};
        }
    }
    for (size_t i = 0; i < count; i++) sum += direction == 0 ? plane[i].latitude : points[i].latitude;
    char label[64];
    snprintf(label, sizeof label, "%s-%s", name, direction == 0 ? "forward" : "inverse");
    report(label, count * (size_t)rounds, start, sum / (double)count);
  }
  proj_destroy(operation);
  proj_context_destroy(context);
  free(points);
  free(plane);
}

int main(int argc, char **argv) {
  size_t count = argc > 1 ? strtoul(argv[1], NULL, 10) : 200000;
  geodesics(count);
  projection("laea", "+proj=laea +lon_0=12 +lat_0=45 +ellps=WGS84", count, 5);
  projection("lcc", "+proj=lcc +lon_0=12 +lat_1=35 +lat_2=55 +ellps=WGS84", count, 5);
  projection("utm", "+proj=utm +zone=33 +ellps=WGS84", count, 5);
  projection("robin", "+proj=robin +lon_0=12 +ellps=WGS84", count, 5);
  projection("eqearth", "+proj=eqearth +lon_0=12 +ellps=WGS84", count, 5);
}
