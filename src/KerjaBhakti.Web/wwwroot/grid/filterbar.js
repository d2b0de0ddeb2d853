// The bar that filters the rows. While it is there a filter may be on; closing it shows every row again. As in Excel, a row that is edited stays where it
// is until the filter is applied again.

import { element, setText } from './dom.js';
import { ANY_FINDING, WITHOUT_CATEGORY, passes } from './filter.js';

export class FilterBar {
  #sheet;
  #handle;
  #categories = new Map();
  #findings = new Map();
  #titles = new Map();

  /**
   * @param {import('./sheet.js').Sheet} sheet
   * @param {{ register: () => import('./suggest.js').Register, cities: { code: string, name: string }[], leave: () => void, say: (text: string) => void }} handle
   */
  constructor(sheet, handle) {
    this.#sheet = sheet;
    this.#handle = handle;
    const select = label => element('select', { class: 'grid-select', 'aria-label': label, onchange: () => this.apply() });
    const button = (text, onclick) => element('button', { class: 'grid-button', type: 'button', text, onclick });
    const field = (label, input) => element('label', { class: 'grid-inline-field' }, label, input);
    this.category = select('Kategori');
    this.city = select('Kota');
    this.finding = select('Temuan');
    this.text = element('input', { class: 'grid-field-input', type: 'search', oninput: () => this.apply() });
    this.count = element('span', { class: 'grid-filter-count', role: 'status' });
    this.bar = element('div', { class: 'grid-find grid-filter', role: 'search', 'aria-label': 'Saring baris', hidden: true, onkeydown: event => this.#press(event) },
      field('Kategori', this.category), field('Kota', this.city), field('Temuan', this.finding), field('Teks', this.text),
      this.count, button('Terapkan lagi', () => this.apply()), button('Hapus saringan', () => this.close()));
    offer(this.city, handle.cities.map(city => [city.code, city.name]));
    offer(this.category, []);
    offer(this.finding, []);
  }

  get isOpen() {
    return !this.bar.hidden;
  }

  /** @param {{ id: number, category: string }[]} positions  In the order of their categories. */
  setPositions(positions) {
    this.#categories = new Map(positions.map(position => [position.id, position.category]));
    offer(this.category, [...[...new Set(this.#categories.values())].map(name => [name, name]), [WITHOUT_CATEGORY, 'Tanpa kategori']]);
  }

  /** @param {{ rowId: string | null, code: string, title: string }[]} findings */
  setFindings(findings) {
    this.#findings = new Map();
    for (const { rowId, code, title } of findings.filter(finding => finding.rowId)) {
      this.#titles.set(code, title);
      this.#findings.set(rowId, (this.#findings.get(rowId) ?? new Set()).add(code));
    }

    const found = new Set([...this.#findings.values()].flatMap(codes => [...codes]));
    const offered = [...this.#titles].filter(([code]) => found.has(code) || this.finding.value === code);
    offer(this.finding, [[ANY_FINDING, 'Baris dengan temuan'], ...offered]);
  }

  open() {
    this.bar.hidden = false;
    this.follow();
    this.text.focus();
  }

  /** Shows every row again. */
  close() {
    for (const field of [this.category, this.city, this.finding, this.text]) {
      field.value = '';
    }

    this.bar.hidden = true;
    this.#sheet.hide([]);
    this.#handle.leave();
    this.#handle.say('Saringan dihapus; semua baris terlihat.');
  }

  apply() {
    const criteria = { category: this.category.value, city: this.city.value, finding: this.finding.value, text: this.text.value };
    const known = {
      register: this.#handle.register(),
      categoryOf: row => this.#categories.get(row.positionId) ?? null,
      findingsOf: rowId => this.#findings.get(rowId) ?? new Set(),
    };
    this.#sheet.hide(this.#sheet.whole.rows.filter(row => !passes(row, criteria, known)).map(row => row.id));
  }

  /** Says how many rows are in view. */
  follow() {
    if (this.isOpen) {
      setText(this.count, `${this.#sheet.shown.rows.length} dari ${this.#sheet.whole.rows.length} baris`);
    }
  }

  #press(event) {
    event.stopPropagation();
    if (event.key === 'Escape' || (event.key === 'Enter' && event.target.tagName === 'INPUT')) {
      event.preventDefault();
      this.#handle.leave();
    } else if (isFilterKey(event)) {
      event.preventDefault();
      this.close();
    }
  }
}

/** Ctrl+Shift+L, as in Excel. */
const isFilterKey = event => (event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === 'l';

/** The choices of a field, after the one that lets every row pass; what was chosen stays. */
function offer(select, choices) {
  const { value } = select;
  select.replaceChildren(...[['', 'Semua'], ...choices].map(([code, name]) => element('option', { value: code, text: name })));
  select.value = choices.some(([code]) => code === value) ? value : '';
}
