extension PageScript {
  /// The files as the commands write them: GeoJSON and CSV of the rows, SVG of the map before the page marked it.
  static let saving = #"""
    const data = document.getElementById('rows');
    const read = () => {
      const [head, names, count, ...lines] = data.textContent.slice(1, -1).split('\n');
      let above = [];
      const cells = lines.map(line => above = line.split('\t').map((cell, place) => cell || above[place]));
      return { head, names: names.split('\t'), count: Number(count), cells };
    };
    const geojson = () => {
      const { head, names, cells } = read();
      const features = cells.map(([geometry, ...values]) => {
        const members = names.map((name, place) => `${JSON.stringify(name)}:${values[place]}`).join(',');
        return `\n{"type":"Feature","id":${values[0]},"geometry":${geometry},"properties":{${members}}}`;
      });
      return `${head}${features.join(',')}\n]}\n`;
    };
    const cell = token => {
      let text = token === 'null' ? '' : token;
      if (token.startsWith('"')) {
        text = JSON.parse(token);
        if (/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text)) text = `'${text}`;
      }
      text = text.replaceAll('\0', '\ufffd');
      return /[",\r\n]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    };
    const csv = () => {
      const { names, count, cells } = read();
      const lines = cells.map(([, ...values]) => values.slice(0, count).map(cell));
      return [names.slice(0, count), ...lines].map(line => `${line.join(',')}\r\n`).join('');
    };
    const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
    const escaped = text => text.replace(/[&<>"']/g, sign => escapes[sign]);
    const written = node => {
      if (node.nodeType === Node.TEXT_NODE) return escaped(node.data);
      // Names of fonts keep their apostrophes; which site an element belongs to is the page's own.
      const attributes = [...node.attributes].filter(({ name }) => name !== 'data-site').map(({ name, value }) =>
        ` ${name}="${name === 'font-family' ? escaped(value).replaceAll('&#39;', "'") : escaped(value)}"`).join('');
      const inside = [...node.childNodes].map(written).join('');
      return node.childNodes.length ? `<${node.tagName}${attributes}>${inside}</${node.tagName}>` : `<${node.tagName}${attributes}/>`;
    };
    const files = {
      geojson: ['application/geo+json', geojson],
      csv: ['text/csv', csv],
      svg: ['image/svg+xml', () => `${written(pristine)}\n`],
    };
    for (const button of all('button[data-save]')) {
      button.addEventListener('click', () => {
        const [type, content] = files[button.dataset.save];
        const link = make('a');
        link.href = URL.createObjectURL(new Blob([content()], { type }));
        link.download = `${data.dataset.name}.${button.dataset.save}`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      });
    }

    """#
}
