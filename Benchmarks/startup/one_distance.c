/* What a process costs that links libproj and measures one distance: the yardstick of `dateline`'s start-up.
 *
 *   cc -O2 -o one_distance one_distance.c $(pkg-config --cflags --libs proj) -lm
 *
 * It calls proj_info() too, so that no linker leaves libproj out.
 */
#include <geodesic.h>
#include <proj.h>
#include <stdio.h>

int main(void) {
  struct geod_geodesic wgs84;
  double metres, initial, final;
  geod_init(&wgs84, 6378137, 1 / 298.257223563);
  geod_inverse(&wgs84, 32.6525, 51.6746, 33.5102, 36.2913, &metres, &initial, &final);
  printf("%.1f m by PROJ %s\n", metres, proj_info().version);
  return 0;
}
