extension PageScript {
  /// A site is shown when its incident's type and days fit and it is sure enough; an incident when a site of it is.
  static let filters = #"""
    const form = document.getElementById('filters');
    const tally = document.getElementById('tally');
    const part = (shown, whole) => (shown === whole ? `${whole}` : `${shown} of ${whole}`);
    const counted = (shown, whole, noun) => `${part(shown, whole)} ${noun}${whole === 1 ? '' : 's'}`;
    const family = new Map(groups.map(group => [group.dataset.i, group.className]));
    const fits = (group, asked) => {
      if (!asked.types.has(group.dataset.type)) return false;
      if (!asked.from && !asked.to) return true;
      if (!group.dataset.start) return false;
      const end = 'open' in group.dataset ? '9999-12-31' : group.dataset.end;
      return (!asked.to || group.dataset.start <= asked.to) && (!asked.from || end >= asked.from);
    };
    const filter = () => {
      const asked = {
        types: new Set(all('input[name=type]:checked', form).map(box => box.value)),
        from: form.elements.from?.value, to: form.elements.to?.value, sure: Number(form.elements.sure.value),
      };
      form.elements.least.value = `${asked.sure}\u00a0%`;
      const shownIncidents = new Set();
      const shownSites = new Set();
      for (const group of groups) {
        const isFit = fits(group, asked);
        let lead = true;
        for (const row of all('tr', group)) {
          row.hidden = !isFit || Number(row.dataset.sure) < asked.sure;
          row.classList.toggle('lead', !row.hidden && lead);
          if (row.hidden) continue;
          lead = false;
          shownSites.add(row.dataset.s);
          shownIncidents.add(group.dataset.i);
        }
        group.hidden = !shownIncidents.has(group.dataset.i);
      }
      const points = new Set(rows.filter(row => pointOf(row) && !row.hidden).map(pointOf));
      for (const element of all('.sheet [data-site]')) {
        element.classList.toggle('gone', !element.dataset.site.split(' ').some(point => points.has(point)));
      }
      for (const sheet of sheets) {
        const markers = all('[id$="sites"] > g[data-i]', sheet);
        const stop = markers.find(marker => !marker.classList.contains('gone'));
        for (const marker of markers) marker.setAttribute('tabindex', marker === stop ? '0' : '-1');
      }
      for (const mark of all('.told[data-i]')) {
        mark.dataset.all ??= mark.dataset.i;
        const told = list(mark, 'all').filter(incident => shownIncidents.has(incident));
        mark.dataset.i = told.join(' ');
        mark.className = told.length ? `told ${family.get(told[0])}` : 'told off';
      }
      for (const badge of all('.stories .badge')) badge.classList.toggle('gone', !shownIncidents.has(badge.dataset.i));
      for (const name of all('.n[data-s]')) name.classList.toggle('site', list(name, 's').some(s => shownSites.has(s)));
      for (const entry of all('.timeline li[data-i]')) entry.hidden = !shownIncidents.has(entry.dataset.i);
      for (const day of all('.timeline .day')) day.hidden = !day.querySelector('li:not([hidden])');
      root.classList.toggle('filtered', shownSites.size < rows.length);
      document.getElementById('none').hidden = shownSites.size > 0;
      const drawn = new Set(all('.wide [id$="sites"] > g[data-i]').map(marker => marker.dataset.site));
      tally.textContent = `${counted(shownIncidents.size, groups.length, 'incident')} at `
        + `${counted(shownSites.size, rows.length, 'site')}, `
        + `${part([...points].filter(point => drawn.has(point)).length, drawn.size)} on the map`;
    };
    if (form) {
      // Narrow windows fold the filters until they are asked for.
      const roomy = matchMedia('(min-width:40.01rem)');
      const box = form.parentNode;
      const unfoldFilters = () => { if (roomy.matches) box.open = true; };
      unfoldFilters();
      roomy.addEventListener('change', unfoldFilters);
      form.addEventListener('input', filter);
      form.addEventListener('submit', event => event.preventDefault());
      form.addEventListener('reset', () => setTimeout(filter));
    }

    """#
}
