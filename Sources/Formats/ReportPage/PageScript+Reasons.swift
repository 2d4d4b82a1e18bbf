extension PageScript {
  /// A name that is chosen tells why it was placed where it was, and where else it could lie. All text is set as text.
  static let reasons = #"""
    const told = JSON.parse(document.getElementById('reasons').textContent);
    const why = document.getElementById('why');
    let asker = null;
    const make = (tag, text, ...children) => {
      const element = document.createElement(tag);
      if (text) element.textContent = text;
      element.append(...children);
      return element;
    };
    const placeName = number => {
      const [name, units, kind, people] = told.places[number];
      const size = people > 0 ? `, ${people.toLocaleString('en')} inhabitants` : '';
      return { title: units ? `${name}, ${units}` : name, kind: `${kind}${size}` };
    };
    const points = reasons => reasons.map(([word, hundredths]) =>
      `${told.why[word]} ${hundredths < 0 ? '\u2212' : '+'}${(Math.abs(hundredths) / 100).toFixed(2)}`).join('; ');
    const candidate = ([number, share, reasons]) => {
      const place = placeName(number);
      const meter = make('meter');
      meter.max = 100;
      meter.value = share;
      meter.setAttribute('aria-label', `${share} percent`);
      return make('li', '', make('b', place.title), make('small', ` ${place.kind} \u00b7 ${share}\u00a0%`), meter,
        make('div', points(reasons)));
    };
    const explain = mark => {
      const [text, mentions, confidence, candidates] = told.names[Number(mark.dataset.n)];
      const close = make('button', '\u00d7');
      close.className = 'close';
      close.type = 'button';
      close.setAttribute('aria-label', 'Close');
      close.addEventListener('click', shut);
      const head = make('h2', text);
      head.tabIndex = -1;
      const times = mentions === 1 ? 'named once' : `named ${mentions} times`;
      why.replaceChildren(close, head);
      if (candidates.length) {
        const place = placeName(candidates[0][0]);
        why.append(make('p', `Taken for ${place.title} (${place.kind}).`),
          make('p', `${confidence}\u00a0% sure that name and place are right; ${times}.`));
      } else {
        why.append(make('p', `No place of this name is known; ${times}.`));
      }
      if (mark.dataset.s) {
        const incidents = list(mark, 'i');
        why.append(make('p', `A site of incident${incidents.length > 1 ? 's' : ''} ${incidents.join(', ')}.`));
      } else if (mark.dataset.r) {
        why.append(make('p', `No site: ${told.noSite[Number(mark.dataset.r)]}.`));
      }
      if (candidates.length) {
        why.append(make('h3', 'What spoke for it'), make('ul', '', candidate(candidates[0])));
        why.append(make('h3', candidates.length > 1 ? 'Runners-up, set beside it' : 'No other place of this name is known'));
        if (candidates.length > 1) {
          why.append(make('ul', '', ...candidates.slice(1).map(candidate)),
            make('small', 'Each point multiplies the odds by 2.7.'));
        }
      }
      asker = mark;
      why.hidden = false;
      why.scrollTop = 0;
      head.focus({ preventScroll: true });
      highlight(mark);
    };
    const shut = () => {
      if (why.hidden) return;
      why.hidden = true;
      asker?.focus({ preventScroll: true });
    };
    document.addEventListener('click', event => {
      const mark = event.target.closest?.('.n[data-n]');
      if (mark) explain(mark);
    });
    document.addEventListener('keydown', event => {
      if (event.key === 'Escape') shut();
      if ((event.key === 'Enter' || event.key === ' ') && event.target.matches?.('.n[data-n]')) {
        event.preventDefault();
        explain(event.target);
      }
    });

    """#
}
