#!/usr/bin/env python3
"""Writes GSHHG's lakes and rivers as plain text, for `dateline-lab waters` to compile.

GSHHG (LGPL-3; https://www.soest.hawaii.edu/pwessel/gshhg/) comes as netCDF files that cut the world into square bins.
This reads the bins with h5py and joins what they cut. Whole use, from the top of the repository:

    apt-get download gmt-gshhg-low && dpkg-deb -x gmt-gshhg-low_*.deb gshhg
    pip install h5py numpy
    python3 tools/gshhg_export.py gshhg/usr/share/gmt-gshhg > waters.txt
    swift run -c release dateline-lab waters --lines waters.txt -o Gazetteer/world.waters

Each line of the output: `lake`, `island` (in a lake) or `river`; its rank (0, or the river's class from 1, the largest,
to 10); square kilometres of the whole lake (0 for rivers); then pairs of longitude and latitude, all joined by spaces.
Lakes and islands are closed, their first point repeated at the end.
"""
import sys
from collections import defaultdict

import h5py
import numpy as np

CASPIAN_KM2 = 300_000  # The one lake that the basemap already has, as sea.


class Bins:
    """Points of a binned file, in degrees, longitudes from 0 to 360."""

    def __init__(self, path):
        self.file = h5py.File(path)
        self.size = int(self.read("Bin_size_in_minutes")[0]) / 60
        self.columns = int(self.read("N_bins_in_360_longitude_range")[0])
        self.x = self.read("Relative_longitude_from_SW_corner_of_bin").astype(np.uint16)
        self.y = self.read("Relative_latitude_from_SW_corner_of_bin").astype(np.uint16)
        counts = self.read("N_segments_in_a_bin")
        firsts = self.read("Id_of_first_segment_in_a_bin")
        self.bin_of = np.zeros(int(self.read("N_segments_in_file")[0]), int)
        for number, (first, count) in enumerate(zip(firsts, counts)):
            self.bin_of[first:first + count] = number
        self.first_point = self.read("Id_of_first_point_in_a_segment")

    def read(self, name):
        return self.file[name][:]

    def points(self, segment, count):
        row, column = divmod(self.bin_of[segment], self.columns)
        west, south = column * self.size, 90 - (row + 1) * self.size
        start = self.first_point[segment]
        chosen = slice(start, start + count)
        return list(zip(
            np.round(west + self.x[chosen] / 65535 * self.size, 5).tolist(),
            np.round(south + self.y[chosen] / 65535 * self.size, 5).tolist()))


def same(point):
    """A key that is equal for points on both sides of a bin's edge."""
    return (round(point[0] % 360 * 2000) % 720_000, round(point[1] * 2000))


def joined(lines):
    """Lines joined end to end where exactly two of them meet; the order is that of the input."""
    at = defaultdict(list)
    for index, line in enumerate(lines):
        at[same(line[0])].append(index)
        at[same(line[-1])].append(index)
    used = [False] * len(lines)

    def extend(line):
        while True:
            key = same(line[-1])
            if len(at[key]) != 2 or same(line[0]) == key:
                return line
            following = [i for i in at[key] if not used[i]]
            if not following:
                return line
            other = lines[following[0]]
            used[following[0]] = True
            line = line + (other if same(other[0]) == key else other[::-1])[1:]

    for index in range(len(lines)):
        if used[index]:
            continue
        used[index] = True
        line = extend(lines[index])
        yield extend(line[::-1])[::-1] if same(line[0]) != same(line[-1]) else line


def write(kind, rank, area, line):
    pairs = " ".join(f"{(x + 180) % 360 - 180:.4f} {y:.4f}" for x, y in line)
    print(f"{kind} {rank} {area:.3f} {pairs}")


def lakes(path):
    bins = Bins(path)
    info = bins.read("Embedded_npts_levels_exit_entry_for_a_segment")
    counts, levels = info >> 9, (info >> 6) & 7
    ids = bins.read("Id_of_GSHHS_ID")
    areas = np.abs(bins.read("The_km_squared_area_of_polygons"))
    parts = defaultdict(list)
    for segment in np.flatnonzero((levels == 2) | (levels == 3)):
        parts[(int(levels[segment]), int(ids[segment]))].append(bins.points(segment, counts[segment]))
    for (level, number), lines in sorted(parts.items()):
        if level == 2 and areas[number] > CASPIAN_KM2:
            continue
        for line in joined(lines):
            gap = max(abs(line[0][0] - line[-1][0]) % 360, abs(line[0][1] - line[-1][1]))
            if gap < 0.001 and len(line) > 3:
                write("lake" if level == 2 else "island", 0, areas[number], line[:-1] + line[:1])
            elif gap >= 0.001:
                print(f"polygon {number} is not closed: {line[0]} {line[-1]}", file=sys.stderr)


def rivers(path):
    bins = Bins(path)
    counts = bins.read("N_points_for_a_segment")
    ranks = bins.read("Hierarchial_level_of_a_segment")
    for rank in sorted(set(ranks.tolist())):
        if rank == 0:  # Both banks of wide rivers: these are among the lakes.
            continue
        lines = [bins.points(segment, counts[segment]) for segment in np.flatnonzero(ranks == rank)]
        for line in joined([line for line in lines if len(line) > 1]):
            write("river", rank, 0, line)


folder = sys.argv[1]
lakes(f"{folder}/binned_GSHHS_i.nc")
rivers(f"{folder}/binned_river_i.nc")
