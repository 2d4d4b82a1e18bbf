"""Drives the report page in a headless Chromium: what it shows, how it behaves, and the bytes that it saves.

    python3 Tests/Browser/test_report.py .build/debug/dateline

Skipped with a sentence where there is no Chromium. With REPORT_SHOTS=FOLDER it keeps pictures of the pages.
"""

import json
import os
import subprocess
import sys
import tempfile

import articles
from browser import Browser, find
from page import Page, agree, check, looks, narrow, printed

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
LIMIT = 400_000


def run(program, folder, *arguments, status=0):
    outcome = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if outcome.returncode != status:
        sys.exit(f"dateline {' '.join(arguments)} ended with {outcome.returncode}: {outcome.stderr}")
    return outcome


def read(folder, name):
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def counts(page, expected):
    shown = agree(page, "unfiltered")
    check.same((len(shown["rows"]), len(shown["sites"]), len(shown["pins"])), expected, "incidents, sites, points")
    check.same(shown["names"], shown["sites"], "names marked as sites, and rows")
    check.same(page.ask("checks.all('.badge[id]').length"), expected[0], "places in the text that rows lead to")


def without_network(page):
    # The pictures of Chromium's own date fields come as data.
    check.same([url for url in page.requests if not url.startswith("data:")], [f"file://{page.path}"], "requests")
    paint = page.do("""return new Promise(done => {
      const look = () => { const count = performance.getEntriesByName('first-contentful-paint').length;
        if (count || performance.now() > 9000) done(count); else setTimeout(look, 50); };
      look(); })""")
    check.same(paint, 1, "paints without a network")
    policy = page.ask("document.querySelector('meta[http-equiv]').content")
    check(policy.startswith("default-src 'none'; style-src 'sha256-") and "unsafe" not in policy, policy)
    logged = [event["params"]["entry"]["text"] for event in page.browser.events if event["method"] == "Log.entryAdded"]
    check.same(logged, [], "complaints of the browser")
    thrown = [event for event in page.browser.events if event["method"] == "Runtime.exceptionThrown"]
    check.same(thrown, [], "exceptions")
    # Refused by the policy even where somebody gets markup in.
    refused = page.do("""
      const image = document.createElement('img'); image.src = 'https://news.example/x.png';
      return new Promise(done => {
        document.addEventListener('securitypolicyviolation', event => done(event.effectiveDirective), { once: true });
        document.body.append(image); setTimeout(() => done('nothing was refused'), 3000); });""")
    check.same(refused, "img-src", "what the policy refuses")
    page.do("document.querySelector('body > img').remove()")


def highlights(page, most=6):
    """Pointing at, or focusing, one of an incident's elements lights up all of them, wherever it is."""
    incidents = page.ask("checks.all('.incidents tbody').map(group => group.dataset.i)")
    page.do("for (const details of checks.all('article details')) details.open = true")
    for incident in incidents[:most]:
        pins = page.ask(f"checks.all('.incidents tbody[data-i=\"{incident}\"] tr[data-p]').length")
        ways = {"mark": f".stories .badge[data-i='{incident}']", "row": f".incidents tbody[data-i='{incident}'] tr.lead .type",
                "timeline": f".timeline li[data-i='{incident}'] a"}
        if pins:
            ways["marker"] = f".sheet g[tabindex][data-i='{incident}'] > text"
        expected = {"marks": [incident], "rows": [incident], "timeline": [incident]}
        for name, selector in ways.items():
            page.browser.move(2, 2)
            page.do("document.activeElement.blur()")
            check.same(page.ask("checks.all('.lit').length"), 0, "lit with the pointer elsewhere")
            page.browser.move(*page.middle(selector))
            lit = page.ask("checks.lit()")
            check.same({key: lit[key] for key in expected}, expected, f"pointing at the {name} of {incident}")
            check.same(lit["markers"], [[incident] if pins else []] * len(lit["markers"]), f"markers with the {name}")
            page.browser.move(2, 2)
            target = f"document.querySelector(\"{selector}\")"
            page.do(f"const element = {target}; (element.closest('g[tabindex], a') ?? element.closest('tr').querySelector('a')).focus()")
            lit = page.ask("checks.lit()")
            check.same({key: lit[key] for key in expected}, expected, f"focus on the {name} of {incident}")
    page.do("document.activeElement.blur()")


def one_site(page):
    """Of an incident with several sites, pointing at one site marks that row alone."""
    site = page.ask("""(() => { const group = checks.all('.incidents tbody').find(group => group.rows.length > 1);
      return group?.rows[1].dataset.s })()""")
    if site is None:
        return
    page.browser.move(2, 2)
    page.browser.move(*page.middle(f".incidents tr[data-s='{site}'] td:nth-child(2)"))
    check.same(page.ask("checks.lit().sites"), [site], "rows of sites that light up")


def filters(page):
    whole = page.ask("checks.shown()")
    types = page.ask("checks.all('input[name=type]').map(box => box.value)")
    seen = 0
    for kind in types:
        page.browser.click(*page.middle(f"input[value={kind}]"))
        shown = agree(page, f"without {kind}")
        expected = page.ask(f"checks.all('.incidents tbody:not([data-type={kind}])').length")
        check.same(len(shown["rows"]), expected, f"incidents without {kind}")
        seen += len(whole["rows"]) - len(shown["rows"])
        page.browser.click(*page.middle(f"input[value={kind}]"))
    check.same(seen, len(whole["rows"]), "incidents of all types")
    for least in (20, 35, 60, 95, 100):
        page.do(f"const field = document.querySelector('[name=sure]'); field.value = {least};"
                "field.dispatchEvent(new Event('input', { bubbles: true }))")
        shown = agree(page, f"at least {least} %")
        expected = page.ask(f"checks.all('.incidents tr[data-sure]').filter(row => Number(row.dataset.sure) >= {least}).length")
        check.same(len(shown["sites"]), expected, f"sites at least {least} % sure")
    check(page.ask("!document.getElementById('none').hidden || checks.shown().sites.length > 0"), "an empty table says so")
    page.browser.click(*page.middle("button[type=reset]"))
    page.do("return new Promise(done => setTimeout(done, 50))")
    check.same(page.ask("checks.shown()"), whole, "after “Show all”")
    days = page.ask("checks.all('.incidents tbody[data-start]').map(group => group.dataset.start).sort()")
    for name, day in (("from", days[len(days) // 2]), ("to", days[len(days) // 2]), ("from", days[-1]), ("to", days[0])):
        page.do(f"const field = document.querySelector('[name={name}]'); field.value = '{day}';"
                "field.dispatchEvent(new Event('input', { bubbles: true }))")
        shown = agree(page, f"{name} {day}")
        check(0 < len(shown["rows"]), f"{name} {day} leaves something")
        wrong = page.ask("checks.all('.incidents tbody:not([hidden])').filter(group => !group.dataset.start || " +
                         (f"(!('open' in group.dataset) && group.dataset.end < '{day}')" if name == "from"
                          else f"group.dataset.start > '{day}'") + ").length")
        check.same(wrong, 0, f"incidents that are not {name} {day}")
        page.browser.click(*page.middle("button[type=reset]"))
        page.do("return new Promise(done => setTimeout(done, 50))")
    check.same(page.ask("checks.shown()"), whole, "after “Show all”")


def saves(page, name, expected):
    """The buttons save what the commands write, also with filters set and after the page lit things up."""
    page.do("const box = document.querySelector('input[name=type]'); box.click()")
    for kind, content in expected.items():
        saved, called = page.browser.download(lambda kind=kind: page.do(f"document.querySelector('[data-save={kind}]').click()"))
        check.same(called, f"{name}.{kind}", "the name of the file")
        check(saved == content, f"{kind}: {len(saved)} bytes are not the {len(content)} that the command writes; they part at byte "
              f"{next((i for i, (a, b) in enumerate(zip(saved, content)) if a != b), min(len(saved), len(content)))}")
    page.do("document.querySelector('button[type=reset]').click()")


def reasons(page, most=40):
    """Every name tells why, with its runners-up, by keyboard."""
    page.do("for (const details of checks.all('article details')) details.open = true")
    told = json.loads(page.ask("document.getElementById('reasons').textContent"))
    total = page.ask("checks.all('.n[data-n]').length")
    check(total > 0, "names are there")
    check.same(page.ask("checks.all('.stories article .n:not([data-n])').filter(name => !name.closest('.key')).length"), 0,
               "names without reasons")
    with_others = 0
    for place in range(0, total, max(1, total // most)):
        page.do(f"checks.all('.n[data-n]')[{place}].focus()")
        page.browser.press("Enter")
        number = page.ask(f"Number(checks.all('.n[data-n]')[{place}].dataset.n)")
        _, _, _, candidates = told["names"][number]
        text = page.ask("document.getElementById('why').textContent")
        items = page.ask("checks.all('#why li').length")
        check.same(items, len(candidates), f"places told of name {place}")
        check("What spoke for it" in text if candidates else "No place of this name is known" in text, text)
        if len(candidates) > 1:
            with_others += 1
            check("Runners-up" in text and all(told["places"][other[0]][0] in text for other in candidates), text)
        check("site of incident" in text or "No site: " in text, f"whether it is a site: {text}")
        check(page.ask("document.getElementById('why').contains(document.activeElement)"), "focus is in the panel")
        page.browser.press("Escape")
        check(page.ask(f"document.activeElement === checks.all('.n[data-n]')[{place}] && document.getElementById('why').hidden"),
              "focus is back on the name")
    check(with_others > 0, "some name has a runner-up")
    explained = page.ask("checks.all('.proof details dl').length === checks.all('.incidents tbody tr').length && "
                         "checks.all('.proof dl').every(list => list.children.length > 3)")
    check(explained, "every row says why it is there")


def keyboard(page):
    page.browser.press("Tab")
    check.same(page.ask("document.activeElement.className"), "skip", "what the first Tab reaches")
    check(page.ask("document.activeElement.getBoundingClientRect().left >= 0"), "the skip link is seen when focused")
    page.browser.press("Enter")
    check.same(page.ask("document.activeElement.id"), "stories", "where the skip link leads")
    reached = set()
    for _ in range(80):
        page.browser.press("Tab")
        where = page.ask("""(() => { const element = document.activeElement; const style = getComputedStyle(element);
          return [element.tagName + '.' + (element.className.baseVal ?? element.className),
            element.matches(':focus-visible') && (style.outlineStyle !== 'none' || element.matches('.sheet g')
              || !!element.closest('.chip'))]; })()""")
        if where[0].startswith("BODY"):
            break
        check(where[1] or where[0] == "SECTION.stories", f"focus is seen on {where[0]}")
        reached.add(where[0].split(" ")[0])
    page.do("document.querySelector('.skip').focus()")
    for _ in range(60):
        page.browser.press("Tab")
        if page.ask("document.activeElement.matches('.sheet g')"):
            break
    check(page.ask("document.activeElement.matches('.sheet g[role=button][aria-label]')"), "Tab reaches the map's markers")
    first = page.ask("document.activeElement.dataset.s")
    page.browser.press("ArrowRight")
    second = page.ask("document.activeElement.dataset.s")
    check(page.ask("document.activeElement.matches('.sheet g')") and second != first, "arrows go from marker to marker")
    page.browser.press("Enter")
    check.same(page.ask("document.activeElement.closest('tbody')?.querySelector(`[data-s='%s']`) !== null" % second), True,
               "Enter on a marker leads to its row")
    page.browser.press("Enter")
    check(page.ask("!!document.activeElement.closest('.told, .headline')"), "Enter on a row's number leads to the article")
    nodes = page.browser.send("Accessibility.getFullAXTree")["nodes"]
    nameless = [node for node in nodes if not node.get("ignored") and not node.get("name", {}).get("value")
                and any(p["name"] == "focusable" and p["value"].get("value") for p in node.get("properties", []))
                and node.get("role", {}).get("value") not in ("RootWebArea", "InlineTextBox")]
    check.same([node["role"]["value"] for node in nameless], [], "what can be focused has a name")
    roles = {node.get("role", {}).get("value") for node in nodes}
    check({"banner", "main", "contentinfo", "article", "table", "figure", "heading", "rowheader", "columnheader"} <= roles,
          f"landmarks and semantics: {sorted(role for role in roles if role)}")
    check.same(page.ask("checks.all('h1').length"), 1, "headings of the first level")


def pictures(page, name, folder):
    if not folder:
        return
    os.makedirs(folder, exist_ok=True)
    for width, height in ((1280, 900), (360, 780)):
        for dark in (False, True):
            page.open(width=width, height=height, dark=dark)
            page.browser.screenshot(os.path.join(folder, f"{name}-{width}-{'dark' if dark else 'light'}.png"))


def seed(browser, program, folder):
    check.place = "seed"
    text = os.path.join(ROOT, "seeds", "isfahan-strike.txt")
    run(program, folder, "report", text, "--date", "2024-04-19", "-o", "seed.html")
    run(program, folder, "map", text, "--date", "2024-04-19", "-o", "map")
    with open(text, encoding="utf-8") as file:
        line = {"id": "isfahan-strike", "text": file.read(), "date": "2024-04-19"}
    write(folder, "seed.ndjson", json.dumps(line))
    run(program, folder, "incidents", "--format", "csv", "-o", "seed.csv", "seed.ndjson")
    check(len(read(folder, "seed.html")) <= LIMIT, f"{len(read(folder, 'seed.html'))} bytes")
    rows = json.loads(read(folder, "map/isfahan-strike.geojson"))["features"]
    numbers = (len({row["properties"]["incident_id"] for row in rows}), len(rows), sum(1 for row in rows if row["geometry"]))
    page = Page(browser, os.path.join(folder, "seed.html"))
    page.open()
    counts(page, numbers)
    without_network(page)
    page.open()
    check.same(page.ask("checks.text(document.querySelector('article'))"), " ".join(line["text"].split()), "the article's text")
    highlights(page)
    one_site(page)
    filters(page)
    reasons(page)
    page.open()
    keyboard(page)
    saves(page, "isfahan-strike", {
        "geojson": read(folder, "map/isfahan-strike.geojson"), "svg": read(folder, "map/isfahan-strike.svg"),
        "csv": read(folder, "seed.csv")})
    everywhere(page, numbers, folder, "seed", least=3)


def everywhere(page, numbers, folder, name, least):
    """In both schemes, at the widths of a phone and a desk, and on paper."""
    lowest = []
    for width in (1280, 800, 360, 320):
        for dark in (False, True):
            page.open(width=width, height=780, dark=dark)
            page.do("for (const details of checks.all('details')) details.open = true")
            lowest.append(looks(page, f"{width} {'dark' if dark else 'light'}"))
            for incident in page.ask("checks.all('.incidents tbody').map(group => group.dataset.i)")[:4]:
                page.do(f"document.querySelector('.incidents tbody[data-i=\"{incident}\"] a').focus()")
                check(page.ask("checks.all('.lit').length > 2"), f"{incident} lights up")
                lowest.append(looks(page, f"{width} {'dark' if dark else 'light'} with {incident} lit up"))
            if width < 600:
                narrow(page, f"{width}")
            check.same(page.ask("checks.wide()"), [], f"{width}: what stands out of the window")
            counts(page, numbers)
    page.open()
    pages = printed(page, least)
    pictures(page, name, os.environ.get("REPORT_SHOTS"))
    print(f"{name}: {numbers[0]} incidents, {numbers[1]} sites, {numbers[2]} points; "
          f"{len(read(folder, name + '.html')):,} bytes; least contrast {min(lowest):.2f}; {pages} pages of paper", flush=True)


def batch(browser, program, folder):
    check.place = "batch"
    write(folder, "batch.ndjson", "\n".join(articles.lines(ROOT)) + "\n")
    run(program, folder, "report", "batch.ndjson", "-o", "batch.html")
    run(program, folder, "map", "batch.ndjson", "--together", "-o", "together")
    for kind in ("geojson", "csv"):
        style = ["--simplestyle"] if kind == "geojson" else []
        run(program, folder, "incidents", "--format", kind, *style, "-o", f"batch.{kind}", "batch.ndjson")
    check(len(read(folder, "batch.html")) <= LIMIT, f"{len(read(folder, 'batch.html'))} bytes")
    together = read(folder, "together/together.geojson")
    rows = json.loads(together)["features"]
    check.same(rows, json.loads(read(folder, "batch.geojson"))["features"], "rows of `map --together` and of `incidents`")
    numbers = (len({row["properties"]["incident_id"] for row in rows}), len(rows), sum(1 for row in rows if row["geometry"]))
    page = Page(browser, os.path.join(folder, "batch.html"))
    page.open()
    check.same(page.ask("checks.all('article').length"), 20, "articles")
    counts(page, numbers)
    without_network(page)
    page.open()
    highlights(page)
    one_site(page)
    filters(page)
    reasons(page, most=25)
    page.open()
    # A row leads into an article that is folded.
    folded = page.do("const badge = checks.all('article details:not([open]) .badge[id]')[0]; return badge.id.slice(2)")
    page.browser.click(*page.middle(f".incidents tbody[data-i='{folded}'] .badge"))
    check(page.ask(f"document.getElementById('t-{folded}').closest('details').open"), "a row unfolds its article")
    page.open()
    keyboard(page)
    saves(page, "batch", {
        "geojson": together, "svg": read(folder, "together/together.svg"), "csv": read(folder, "batch.csv")})
    everywhere(page, numbers, folder, "batch", least=10)


def hostile(browser, program, folder):
    check.place = "hostile"
    lines = [articles.HOSTILE, articles.SPANISH, articles.ARABIC]
    write(folder, "hostile.ndjson", "\n".join(json.dumps(line) for line in lines))
    run(program, folder, "report", "hostile.ndjson", "-o", "hostile.html", "--title", "</title><script>pwned=0</script>")
    for kind in ("geojson", "csv"):
        run(program, folder, "incidents", "--format", kind, "-o", f"hostile.{kind}", "hostile.ndjson")
    run(program, folder, "map", "hostile.ndjson", "--together", "-o", "together-hostile")
    page = Page(browser, os.path.join(folder, "hostile.html"))
    page.open()
    page.do("for (const element of checks.all('*')) for (const kind of ['click', 'error', 'load']) "
            "if (!element.matches('button, a')) element.dispatchEvent(new Event(kind))")
    check.same(page.ask("typeof pwned"), "undefined", "what the article's script did")
    check.same(page.ask("checks.all('script').length"), 3, "scripts")
    check.same(page.ask("checks.all('iframe, img, object, embed, link, base, form:not(.filters)').length"), 0, "foreign elements")
    check.same(page.ask("checks.all('[onclick], [onload], [onerror]').length"), 0, "foreign handlers")
    check.same(page.ask("checks.all('a').filter(link => !/^#|^https?:/.test(link.getAttribute('href'))).length"), 0, "foreign links")
    check.same(page.ask("document.title"), "</title><script>pwned=0</script>", "the title")
    check.same(page.ask("document.querySelector('article h2').textContent"), articles.HOSTILE["title"], "the headline")
    expected = articles.HOSTILE["text"].replace("\u202e", "").replace("\u202c", "").replace("\x1b", "\ufffd").replace("\x07", "\ufffd")
    check.same(page.ask("checks.text(document.querySelector('article'))"), " ".join(expected.split()), "the text")
    rows = json.loads(read(folder, "hostile.geojson"))["features"]
    check(len(rows) > 1, "the hostile article tells of incidents")
    numbers = (len({row["properties"]["incident_id"] for row in rows}), len(rows), sum(1 for row in rows if row["geometry"]))
    counts(page, numbers)
    without_network(page)
    page.open()
    check.same(page.ask("checks.all('article').map(article => article.querySelector('.text').lang)"), ["en", "es", "ar"], "languages")
    check.same(page.ask("checks.all('article .note').map(note => note.textContent.slice(0, 12))"), ["Not English "] * 2, "what is said of them")
    page.do("for (const details of checks.all('article details')) details.open = true")
    check.same(page.ask("getComputedStyle(checks.all('article')[2].querySelector('.text')).direction"), "rtl", "the way Arabic runs")
    saves(page, "hostile", {"geojson": read(folder, "together-hostile/together.geojson"),
                            "svg": read(folder, "together-hostile/together.svg"), "csv": read(folder, "hostile.csv")})
    write(folder, "quiet.txt", "The museum opened its doors again on Monday, and many people came to see the old ships.\n")
    run(program, folder, "report", "quiet.txt", "-o", "quiet.html")
    page = Page(browser, os.path.join(folder, "quiet.html"))
    page.open()
    check.same(page.ask("checks.all('.map, table, button, .timeline').length"), 0, "parts of a page without incidents")
    check(page.ask("document.querySelector('.note').textContent").startswith("No incident was found"), "it says so")
    without_network(page)


def main():
    program = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, ".build/debug/dateline"))
    chromium = find()
    if not chromium:
        print("test-report: skipped, there is no Chromium here (Debian: apt-get install chromium)")
        return 0
    if not os.access(program, os.X_OK):
        sys.exit(f"{program}: build it first with: swift build --product dateline")
    browser = Browser(chromium)
    try:
        with tempfile.TemporaryDirectory(prefix="dateline-report-") as folder:
            for part in (seed, batch, hostile):
                part(browser, program, folder)
    finally:
        browser.close()
    print(f"test-report: {check.count} checks, {len(check.faults)} failed")
    return 1 if check.faults else 0


if __name__ == "__main__":
    sys.exit(main())
