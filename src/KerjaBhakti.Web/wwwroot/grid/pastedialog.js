// The preview of a paste: every cell with its verdict, those that need a look first. Enter pastes, Esc does not.

import { ask } from './dialogs.js';
import { element, setText } from './dom.js';
import { VERDICTS, needsLook } from './paste.js';

/** The words and signs of the verdicts, so that none is told by colour alone. */
const WORDS = {
  unknown: ['✕', 'tidak dikenal'],
  outside: ['⊘', 'tidak muat'],
  cleared: ['○', 'dikosongkan'],
  alias: ['▲', 'alias'],
  accepted: ['✓', 'diterima'],
  same: ['=', 'tidak berubah'],
};

/** More lines than a person reads; a browser takes seconds to lay out the tens of thousands that a thousand rows may have. */
const MOST_LINES = 2000;

const sign = verdict => element('span', { class: `grid-verdict-sign is-${verdict}`, 'aria-hidden': 'true', text: WORDS[verdict][0] });

/**
 * Asks whether to paste, and lets names be chosen for what is unknown.
 * @param {HTMLElement} host
 * @param {import('./paste.js').PastePlan} plan
 * @param {import('./model.js').Draft} draft
 * @returns {Promise<'fit' | 'add' | null>} `add` pastes also what lies beyond the table, into new rows.
 */
export function askPaste(host, plan, draft) {
  const preview = new Preview(plan, draft);
  const { newRows, rowsBeyond, cells } = plan;
  const fits = { value: 'fit', text: newRows.length > 0 ? 'Tempel yang muat saja' : `Tempel ${plan.writes(false)} sel` };
  const adds = { value: 'add', text: `Tempel dan tambah ${newRows.length} baris` };
  const isFiltered = plan.visibleRows !== null;
  const choices = [newRows.length > 0 ? adds : null, plan.writes(false) > 0 ? fits : null];
  const buttons = [
    // Who pastes over the end of what is filtered rarely means rows at the end of the whole table: Enter must not add them.
    ...(isFiltered ? choices.reverse() : choices),
    { value: '', text: newRows.length === 0 && plan.writes(false) === 0 ? 'Tutup' : 'Batal' },
  ].filter(Boolean);
  buttons[0].primary = true;
  const beyond = [
    newRows.length > 0
      ? isFiltered
        ? `${newRows.length} baris melewati baris yang terlihat (${plan.visibleRows} dari ${draft.rows.length} baris karena saringan).`
        : `${newRows.length} baris melewati akhir tabel yang kini memuat ${draft.rows.length} baris.`
      : null,
    rowsBeyond > 0 ? `${rowsBeyond} baris terakhir tidak dapat ditempel: satu jadwal memuat paling banyak ${draft.rows.length + newRows.length} baris.` : null,
  ].filter(Boolean).join(' ');
  return ask(host, {
    title: `Tempel ${plan.all.length} sel${cells.length === 0 ? ' ke baris baru' : ''}`,
    body: [
      preview.counts,
      beyond === '' ? null : element('p', { class: 'grid-beyond', text: beyond }),
      preview.filter,
      preview.frame,
      preview.status,
    ].filter(Boolean),
    buttons,
    entering: true,
    wide: true,
  });
}

/**
 * Asks whether the first row of what is pasted is the head of the table it was copied from.
 * @param {HTMLElement} host
 * @param {string[]} texts  The first row.
 * @returns {Promise<'head' | 'cells' | null>}
 */
export function askHead(host, texts) {
  return ask(host, {
    title: 'Baris pertama adalah judul kolom?',
    body: [element('p', { text: `Yang disalin diawali: ${texts.filter(Boolean).join(', ')}.` })],
    buttons: [
      { value: 'head', text: 'Ya, tempel menurut bulannya tanpa judul', primary: true },
      { value: 'cells', text: 'Bukan, tempel semuanya' },
      { value: '', text: 'Batal' },
    ],
    entering: true,
  });
}

class Preview {
  #plan;
  #draft;
  #lines = new Map();

  constructor(plan, draft) {
    this.#plan = plan;
    this.#draft = draft;
    const questions = plan.all.some(cell => needsLook(cell.verdict));
    this.counts = element('ul', { class: 'grid-verdicts' });
    this.only = element('input', { type: 'checkbox', onchange: () => this.#fill() });
    this.only.checked = questions;
    this.filter = element('p', { hidden: !questions }, element('label', { class: 'grid-check' }, this.only, 'Hanya yang perlu perhatian'));
    this.body = element('tbody');
    this.frame = element('div', { class: 'grid-preview', tabindex: 0, role: 'region', 'aria-label': 'Sel yang ditempel' },
      element('table', {},
        element('thead', {}, element('tr', {}, ...['Tempat', 'Sekarang', 'Ditempel', 'Putusan'].map(text => element('th', { scope: 'col', text })))),
        this.body));
    this.status = element('p', { class: 'grid-preview-status', role: 'status' });
    this.#count();
    this.#fill();
  }

  #count() {
    const counts = this.#plan.counts();
    this.counts.replaceChildren(...VERDICTS.filter(verdict => counts.get(verdict) > 0).map(verdict => element('li', {},
      sign(verdict), `${counts.get(verdict)} ${WORDS[verdict][1]}`)));
  }

  #fill() {
    const cells = this.#plan.all.filter(cell => !this.only.checked || needsLook(cell.verdict));
    this.#lines = new Map(cells.slice(0, MOST_LINES).map(cell => [cell, element('td')]));
    this.body.replaceChildren(...[...this.#lines].map(([cell, verdict]) => element('tr', {},
      element('th', { scope: 'row', text: this.#placeOf(cell) }),
      element('td', { text: cell.now }),
      element('td', { text: cell.text }),
      verdict)));
    this.#lines.forEach((verdict, cell) => this.#judge(cell, verdict));
    setText(this.status, cells.length > MOST_LINES ? `${cells.length - MOST_LINES} sel berikutnya tidak ditampilkan di sini.` : '');
  }

  #judge(cell, verdict) {
    const chosen = this.#plan.chosenFor(cell);
    const shown = chosen === null ? cell.verdict : 'accepted';
    verdict.replaceChildren(
      element('span', { class: 'grid-verdict' }, sign(shown), element('span', { text: chosen === null ? sentenceOf(cell) : `Menjadi ${chosen}` })),
      ...(cell.names ?? []).map(name => element('button', {
        class: 'grid-button', type: 'button', text: name, 'aria-pressed': String(name === chosen),
        onclick: () => this.#choose(cell, name === chosen ? null : name, name),
      })));
  }

  /** Pressing a chosen name again takes the choice back. */
  #choose(cell, name, pressed) {
    this.#plan.choose(cell, name);
    const alike = this.#plan.alike(cell);
    for (const other of alike.filter(other => this.#lines.has(other))) {
      this.#judge(other, this.#lines.get(other));
    }

    [...this.#lines.get(cell).querySelectorAll('button')].find(button => button.textContent === pressed).focus();
    this.#count();
    this.status.textContent = name === null
      ? `${alike.length} sel tetap seperti tertulis: ${cell.text}.`
      : `${alike.length} sel berisi '${cell.text}' menjadi ${name}.`;
  }

  #placeOf({ number, column }) {
    const isNew = number > this.#draft.rows.length;
    const name = column === 0 ? 'Jabatan' : this.#draft.months[column - 1]?.name ?? `kolom ke-${column}`;
    return `Baris ${number}${isNew ? ' (baru)' : ''}, ${name}`;
  }
}

function sentenceOf({ verdict, reason, names }) {
  switch (verdict) {
    case 'unknown':
      return names.length > 0 ? 'Bukan nama kecamatan. Maksud Anda' : 'Bukan nama kecamatan; disimpan seperti tertulis';
    case 'outside':
      return `Tidak muat: ${reason}`;
    case 'cleared':
      return 'Dikosongkan';
    case 'alias':
      return `Alias dari ${names[0]}, disimpan seperti tertulis; atau tulis`;
    case 'accepted':
      return 'Diterima';
    default:
      return 'Tidak berubah';
  }
}
