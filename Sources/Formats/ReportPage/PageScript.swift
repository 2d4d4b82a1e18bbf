/// What ties the page together: highlighting, filters, reasons of names, saving files. The page is readable without.
enum PageScript {
  static let js = highlighting + filters + reasons + saving + "})();\n"

  /// What belongs together has the same incident (`data-i`), site (`data-s`) or name (`data-n`); elements of the maps get theirs from the rows.
  private static let highlighting = #"""
    (() => {
    'use strict';
    const root = document.documentElement;
    root.classList.add('js');
    const all = (selector, from = document) => [...from.querySelectorAll(selector)];
    const list = (element, key) => (element.dataset[key] ?? '').split(' ').filter(Boolean);
    const sheets = all('.sheet > svg');
    // Files are saved as they came, before the page marks them.
    const pristine = sheets[0]?.cloneNode(true);
    const rows = all('.incidents tbody tr');
    const groups = all('.incidents tbody');
    const pointOf = row => row.dataset.p ?? row.dataset.c;
    const rowOfPoint = new Map(rows.filter(pointOf).map(row => [pointOf(row), row]));
    for (const row of rows) row.dataset.i = row.parentNode.dataset.i;

    for (const sheet of sheets) {
      sheet.setAttribute('role', 'group');
      const markers = all('[id$="sites"] > g[data-site]', sheet);
      markers.forEach((marker, order) => {
        const row = rowOfPoint.get(marker.dataset.site);
        if (!row) return;
        marker.dataset.i = row.dataset.i;
        marker.dataset.s = row.dataset.s;
        marker.setAttribute('tabindex', order ? '-1' : '0');
        marker.setAttribute('role', 'button');
        marker.setAttribute('aria-label', marker.querySelector('title')?.textContent ?? '');
      });
      for (const area of all('[id$="areas-meant"] > path[data-site]', sheet)) {
        const row = rowOfPoint.get(area.dataset.site);
        if (row) Object.assign(area.dataset, { i: row.dataset.i, s: row.dataset.s });
      }
      sheet.addEventListener('keydown', event => {
        const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        const shown = markers.filter(marker => !marker.classList.contains('gone'));
        const place = shown.indexOf(event.target);
        if (!step || place < 0) return;
        event.preventDefault();
        const next = shown[(place + step + shown.length) % shown.length];
        for (const marker of markers) marker.setAttribute('tabindex', marker === next ? '0' : '-1');
        next.focus();
      });
    }

    // A map that narrow windows scroll begins where most sites are.
    const pan = document.querySelector('.only .pan');
    if (pan && pan.scrollWidth > pan.clientWidth) {
      const middles = all('[id="sites"] > g', pan).map(marker => {
        const box = marker.getBoundingClientRect();
        return box.left + box.width / 2;
      }).sort((left, right) => left - right);
      const median = middles[Math.floor(middles.length / 2)] ?? 0;
      pan.scrollLeft += median - pan.getBoundingClientRect().left - pan.clientWidth / 2;
    }

    const table = document.querySelector('.incidents table');
    if (table) {
      // The roles stay where a narrow window lays rows out as blocks.
      table.setAttribute('role', 'table');
      for (const part of all('thead, tbody', table)) part.setAttribute('role', 'rowgroup');
      for (const row of all('tr', table)) row.setAttribute('role', 'row');
      for (const cell of all('td', table)) cell.setAttribute('role', 'cell');
      for (const cell of all('thead th', table)) cell.setAttribute('role', 'columnheader');
      for (const cell of all('tbody th', table)) cell.setAttribute('role', 'rowheader');
      const labels = all('thead th', table).map(cell => cell.textContent);
      for (const row of rows) [...row.cells].forEach((cell, place) => { cell.dataset.label = labels[place]; });
    }
    for (const name of all('.n[data-n]')) {
      name.tabIndex = 0;
      name.setAttribute('role', 'button');
      name.setAttribute('aria-haspopup', 'dialog');
    }

    const index = key => {
      const found = new Map();
      for (const element of all(`[data-${key}]`)) {
        for (const value of list(element, key)) found.set(value, [...(found.get(value) ?? []), element]);
      }
      return found;
    };
    const byIncident = index('i');
    const bySite = index('s');
    const byName = index('n');
    let lit = [];
    const timeline = document.querySelector('.timeline');

    // To the front; what covers it moves, for an element that moves loses the focus.
    const raise = marker => {
      while (marker.nextElementSibling && !marker.nextElementSibling.classList.contains('lit')) {
        marker.parentNode.insertBefore(marker.nextElementSibling, marker);
      }
    };
    const highlight = start => {
      for (const element of lit) element.classList.remove('lit');
      root.classList.remove('dimming');
      lit = [];
      if (!start) return;
      const incidents = list(start, 'i');
      const sites = list(start, 's');
      const light = element => { element.classList.add('lit'); lit.push(element); };
      for (const incident of incidents) {
        for (const element of byIncident.get(incident) ?? []) {
          // Names and rows of other sites of the incident are not what is pointed at.
          if (!element.matches('.n, tr')) light(element);
        }
      }
      for (const site of sites) for (const element of bySite.get(site) ?? []) light(element);
      for (const name of list(start, 'n')) for (const element of byName.get(name) ?? []) light(element);
      if (incidents.length) {
        root.classList.add('dimming');
        for (const sheet of sheets) for (const marker of all('g.lit', sheet)) raise(marker);
        const entry = timeline?.querySelector('li.lit');
        if (entry && timeline.scrollHeight > timeline.clientHeight && !timeline.contains(start)) {
          timeline.scrollTop += entry.getBoundingClientRect().top - timeline.getBoundingClientRect().top - timeline.clientHeight / 3;
        }
      }
    };
    const tied = node => node instanceof Element ? node.closest('[data-s], [data-n], [data-i]') : null;
    document.addEventListener('pointerover', event => {
      if (event.pointerType !== 'touch') highlight(tied(event.target) ?? tied(document.activeElement));
    });
    document.addEventListener('pointerout', event => {
      if (!event.relatedTarget) highlight(tied(document.activeElement));
    });
    document.addEventListener('focusin', event => highlight(tied(event.target)));
    document.addEventListener('focusout', event => { if (!event.relatedTarget) highlight(null); });

    const unfold = target => {
      const folded = target?.closest('article details:not([open])');
      if (folded) folded.open = true;
    };
    const follow = hash => {
      const target = /^#[\w-]+$/.test(hash) ? document.getElementById(hash.slice(1)) : null;
      unfold(target);
      return target;
    };
    addEventListener('hashchange', () => follow(location.hash)?.scrollIntoView());
    document.addEventListener('click', event => {
      const link = event.target.closest?.('a[href^="#"]');
      if (link) {
        const target = follow(link.hash);
        // Keyboards go on from where the link leads.
        const stop = target?.matches('tbody') ? target.querySelector('tr:not([hidden]) a') : target;
        if (stop) setTimeout(() => stop.focus({ preventScroll: true }));
      }
      const marker = event.target.closest?.('.sheet g[data-s]');
      if (marker) go(marker);
    });
    const go = marker => {
      const row = rows.find(row => row.dataset.s === marker.dataset.s);
      if (!row) return;
      row.scrollIntoView({ block: 'center' });
      row.parentNode.querySelector('tr:not([hidden]) a')?.focus({ preventScroll: true });
    };
    document.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      const marker = event.target.closest?.('.sheet g[data-s]');
      if (!marker) return;
      event.preventDefault();
      go(marker);
    });
    let opened = [];
    addEventListener('beforeprint', () => {
      opened = all('article details:not([open])');
      for (const details of opened) details.open = true;
    });
    addEventListener('afterprint', () => { for (const details of opened) details.open = false; });

    """#
}
