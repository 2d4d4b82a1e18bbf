// What the test asks of a page, inside it. Each function returns plain data.
window.checks = (() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  // checkVisibility() takes parts of an SVG that are not displayed for seen.
  const seen = element => element.checkVisibility({ checkVisibilityCSS: true }) && element.getClientRects().length > 0;
  const distinct = values => [...new Set(values)];

  const incidentsOf = elements => distinct(elements.flatMap(element => element.dataset.i.split(' '))).sort();
  /// What is shown of the incidents and sites, in each part of the page. Folded articles count: they are shown when unfolded.
  const shown = () => ({
    marks: incidentsOf(all('.stories .told[data-i]:not(.off)')),
    badges: incidentsOf(all('.stories .badge:not(.gone)')),
    rows: incidentsOf(all('.incidents tbody:not([hidden])')),
    timeline: incidentsOf(all('.timeline li[data-i]:not([hidden])')),
    sites: all('.incidents tbody tr:not([hidden])').map(row => row.dataset.s).sort(),
    pins: all('.incidents tbody tr[data-p]:not([hidden])').map(row => row.dataset.s).sort(),
    countries: distinct(all('.incidents tbody tr[data-c]:not([hidden])').map(row => row.dataset.s)).sort(),
    tinted: all('.sheet').filter(seen).map(sheet =>
      distinct(all('[id$="areas-meant"] > path', sheet).filter(seen).map(area => area.dataset.s)).sort()),
    names: distinct(all('.stories .n.site[data-s]').flatMap(name => name.dataset.s.split(' '))).sort(),
    markers: all('.sheet').filter(seen).map(sheet =>
      all('[id$="sites"] > g', sheet).filter(seen).map(marker => marker.dataset.s).sort()),
    tally: document.getElementById('tally').textContent,
    leads: all('.incidents tbody:not([hidden])').every(group => all('tr.lead:not([hidden])', group).length === 1),
  });

  /// The incidents that light up in each part.
  const lit = () => ({
    marks: incidentsOf(all('.stories .told.lit')), rows: incidentsOf(all('.incidents tbody.lit')),
    timeline: incidentsOf(all('.timeline li.lit')),
    markers: all('.sheet').filter(seen).map(sheet => incidentsOf(all('g.lit', sheet))),
    sites: all('.incidents tr.lit').map(row => row.dataset.s).sort(),
  });

  // Colours as red, green, blue (0 ... 255) and opacity.
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const colour = text => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (top, ground) => [0, 1, 2].map(part => top[part] * top[3] + ground[part] * (1 - top[3]));
  const luminance = parts => {
    const [red, green, blue] = parts.slice(0, 3).map(part => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = element => {
    const layers = [];
    for (let node = element; node; node = node.parentElement) layers.push(colour(getComputedStyle(node).backgroundColor));
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };
  /// Texts whose contrast with what lies behind them is less than asked for, and the least of all.
  const contrast = least => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const faults = [];
    let lowest = 99;
    let count = 0;
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || element.closest('.sheet, script, style, [hidden]') || !seen(element)) continue;
      const symbol = element.closest('svg.symbol');
      let behind = ground(element);
      let front = colour(getComputedStyle(element).color);
      if (symbol) {
        front = colour(getComputedStyle(element).fill);
        behind = over(colour(getComputedStyle(symbol.querySelector('use')).fill), ground(symbol));
      }
      const value = ratio(over(front, behind), behind);
      lowest = Math.min(lowest, value);
      count += 1;
      if (value < least) faults.push(`${value.toFixed(2)} “${walker.currentNode.data.trim().slice(0, 40)}” ${element.className}`);
    }
    return { faults: distinct(faults), lowest, count };
  };

  /// Elements that stand out of the window on the right, by themselves and not inside something that scrolls.
  const wide = () => {
    const limit = document.documentElement.clientWidth;
    const scrolls = element => element.parentElement?.closest('.sheet, .pan, .scroller, .types, .skip, .shapes, svg');
    return all('body *').filter(element =>
      !scrolls(element) && !element.matches('.skip') && seen(element) && element.getBoundingClientRect().right > limit + 1)
      .map(element => `${element.tagName} ${element.className.baseVal ?? element.className}`);
  };

  /// The text of an article as the page shows it, without badges; white space single.
  const text = article => {
    const copy = article.cloneNode(true);
    for (const extra of all('.badge, .meta, .note, .key, .count, summary', copy)) extra.remove();
    return copy.textContent.replace(/\s+/g, ' ').trim();
  };

  return { all, seen, shown, lit, contrast, wide, text };
})();
