/* Runs a command many times and prints the least and the median of its CPU and clock milliseconds, and its largest memory, parted by
 * blanks: "cpu_min cpu_median wall_min wall_median rss_kb private_kb".
 *
 *   run_once RUNS COMMAND...
 *
 * A program of its own, because the interpreter that starts a process costs more than the process itself. Private memory is read
 * from /proc/PID/smaps_rollup when the process has ended but is not yet collected; where that is empty it stays 0.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int ascending(const void *a, const void *b) { return (*(double *)a > *(double *)b) - (*(double *)a < *(double *)b); }

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e3 + (double)t.tv_nsec * 1e-6;
}

/* Private dirty and clean kilobytes of a living process. */
static long private_kb(pid_t child) {
  char path[64], line[256];
  long sum = 0, part;
  snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)child);
  FILE *file = fopen(path, "r");
  if (!file) return 0;
  while (fgets(line, sizeof line, file))
    if (sscanf(line, "Private_Clean: %ld", &part) == 1 || sscanf(line, "Private_Dirty: %ld", &part) == 1) sum += part;
  fclose(file);
  return sum;
}

int main(int argc, char **argv) {
  int runs = argc > 2 ? atoi(argv[1]) : 0;
  if (runs < 1) return 2;
  double *cpu = malloc(sizeof *cpu * (size_t)runs), *wall = malloc(sizeof *wall * (size_t)runs);
  long rss = 0, most = 0;
  /* one more than asked for: the first warms the caches, and its memory is watched, which would disturb the others */
  for (int run = -1; run < runs; run++) {
    double start = now();
    pid_t child = fork();
    if (child == 0) {
      int nothing = open("/dev/null", O_RDWR);
      dup2(nothing, 0), dup2(nothing, 1), dup2(nothing, 2);
      execvp(argv[2], argv + 2);
      _exit(127);
    }
    int status;
    struct rusage usage;
    if (run < 0) {
      while (wait4(child, &status, WNOHANG, &usage) == 0) {
        long found = private_kb(child);
        if (found > most) most = found;
      }
    } else {
      wait4(child, &status, 0, &usage);
      wall[run] = now() - start;
      cpu[run] = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
                 (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-3;
    }
    if (usage.ru_maxrss > rss) rss = usage.ru_maxrss;
    if (!WIFEXITED(status) || WEXITSTATUS(status) == 127) return 1;
  }
  qsort(cpu, (size_t)runs, sizeof *cpu, ascending);
  qsort(wall, (size_t)runs, sizeof *wall, ascending);
  printf("%.2f %.2f %.2f %.2f %ld %ld\n", cpu[0], cpu[runs / 2], wall[0], wall[runs / 2], rss, most);
  return 0;
}
