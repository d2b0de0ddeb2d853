// The questions and the list of keys, as native dialogs: the browser keeps the focus inside and closes them with Esc.

import { copyText, element, newId } from './dom.js';
import { keyName } from './keys.js';

/**
 * Asks in a dialog and answers with the value of the button pressed; null where it was closed without one. The heading takes the focus, so that a
 * key meant for the grid chooses nothing; unless `entering` says that Enter on the heading is the first button. `run` of a button is called inside its
 * click, for what a browser allows only there.
 * @param {HTMLElement} host
 * @param {{ title: string, body: Node[], buttons: { value: string, text: string, primary?: boolean, run?: (form: HTMLElement) => void }[], focus?: HTMLElement, entering?: boolean, wide?: boolean }} content
 * @returns {Promise<string | null>}
 */
export function ask(host, { title, body, buttons, focus = null, entering = false, wide = false }) {
  return new Promise(resolve => {
    const id = newId('grid-dialog');
    const heading = element('h2', { id, class: 'grid-dialog-title', tabindex: -1, text: title });
    const form = element('form', { method: 'dialog' }, heading, ...body, element('div', { class: 'grid-dialog-buttons' },
      ...buttons.map(({ value, text, primary, run }) => element('button', {
        class: primary ? 'grid-button is-primary' : 'grid-button', type: 'submit', value, text, onclick: () => run?.(form),
      }))));
    const dialog = element('dialog', {
      class: wide ? 'grid-dialog is-wide' : 'grid-dialog', 'aria-labelledby': id,
      onkeydown: event => {
        event.stopPropagation();
        if (entering && event.key === 'Enter' && !event.repeat && event.target.closest('button') === null) {
          event.preventDefault();
          form.requestSubmit(form.querySelector('.grid-dialog-buttons button'));
        }
      },
      onclose: () => {
        dialog.remove();
        resolve(dialog.returnValue || null);
      },
    }, form);
    host.append(dialog);
    dialog.showModal();
    (focus ?? heading).focus();
  });
}

/**
 * Shows both texts of a cell that two people wrote.
 * @param {{ place: string, mine: string, theirs: string | null, by: string | null, at: string | null }} conflict
 * @returns {Promise<'mine' | 'theirs' | 'edit' | 'drop' | { copied: boolean } | null>}  `copied`: whether the clipboard took the text.
 */
export async function askConflict(host, { place, mine, theirs, by, at }) {
  const who = by ?? 'orang lain';
  const when = at ? `, ${at}` : '';
  const side = (title, text, note) => element('div', { class: 'grid-side' },
    element('h3', { text: title }),
    element('p', { class: 'grid-side-text', text: text || '(kosong)' }),
    element('p', { class: 'grid-side-note', text: note }));
  if (theirs === null) {
    let copied = Promise.resolve(false);
    const answer = await ask(host, {
      title: 'Baris sudah tidak ada',
      body: [
        element('p', { text: `${place}: baris ini dihapus atau dijadikan baris wilayah oleh ${who}${when}, sehingga isian Anda tidak dapat disimpan.` }),
        element('div', { class: 'grid-sides' }, side('Milik Anda', mine, 'Belum tersimpan')),
      ],
      buttons: [
        { value: 'copy', text: 'Salin milik saya', primary: true, run: form => { copied = copyText(mine, form); } },
        { value: 'drop', text: 'Buang milik saya' },
        { value: '', text: 'Nanti' },
      ],
    });
    return answer === 'copy' ? { copied: await copied } : answer;
  }

  return ask(host, {
    title: 'Dua isian untuk satu sel',
    body: [
      element('p', { text: `${place}: ${who} lebih dahulu mengubah sel ini. Kedua isian masih ada; pilih yang dipakai.` }),
      element('div', { class: 'grid-sides' },
        side('Milik Anda', mine, 'Belum tersimpan'),
        side(`Milik ${who}`, theirs, `Tersimpan${when}`)),
    ],
    buttons: [
      { value: 'mine', text: 'Pakai milik saya' },
      { value: 'theirs', text: `Pakai milik ${who}` },
      { value: 'edit', text: 'Ubah…' },
      { value: '', text: 'Nanti' },
    ],
  });
}

/**
 * Asks which city a row serves for the whole period.
 * @param {{ code: string, name: string }[]} cities
 * @param {string | null} current
 * @returns {Promise<{ city: string | null } | null>}  City null makes it a rotating row again; null leaves it as it is.
 */
export async function askCity(host, cities, current, count) {
  const select = element('select', { class: 'grid-select' }, ...cities.map(city => element('option', { value: city.code, text: city.name })));
  select.value = current ?? cities[0]?.code;
  const rows = count > 1 ? `${count} baris` : 'baris ini';
  const answer = await ask(host, {
    title: 'Baris wilayah',
    body: [
      element('p', { text: `Baris wilayah bertugas di satu kota atau kabupaten sepanjang masa jadwal. Isi bulan pada ${rows} dikosongkan; ${keyName('Ctrl+Z')} mengembalikannya.` }),
      element('label', { class: 'grid-field' }, 'Kota/kabupaten', select),
    ],
    buttons: [
      { value: 'region', text: 'Jadikan baris wilayah', primary: true },
      ...(current ? [{ value: 'rotating', text: 'Jadikan baris bergilir' }] : []),
      { value: '', text: 'Batal' },
    ],
    focus: select,
  });
  return answer && { city: answer === 'region' ? select.value : null };
}

const KEYS = [
  ['Berpindah', [
    ['← ↑ → ↓', 'ke sel di sebelahnya'],
    ['Ctrl + panah', 'ke tepi isian'],
    ['Tab, Shift+Tab', 'ke kanan, ke kiri'],
    ['Enter, Shift+Enter', 'ke bawah, ke atas'],
    ['Home, End', 'ke awal, akhir baris'],
    ['Ctrl+Home, Ctrl+End', 'ke sel pertama, terakhir'],
    ['PgUp, PgDn', 'satu layar ke atas, ke bawah'],
    ['Ctrl+G', 'ke baris menurut nomor atau awal jabatan'],
    ['F8, Shift+F8', 'ke temuan berikutnya, sebelumnya'],
    ['F6', 'ke bilah alat dan kembali; dari sana Tab keluar dari tabel'],
  ]],
  ['Mengisi', [
    ['huruf', 'mulai mengetik; Enter atau Tab memakai saran yang disorot'],
    ['↑ dari saran pertama', 'memakai teks persis seperti yang diketik'],
    ['F2', 'mengubah isi di tempat'],
    ['Shift+F2', 'komentar pada sel: menulis, membaca, menjawab'],
    ['Esc', 'mengembalikan isi semula'],
    ['Delete, Backspace', 'mengosongkan'],
    ['Ctrl+D, Ctrl+R', 'mengisi ke bawah, ke kanan; juga dengan menyeret sudut pilihan'],
    ['Ctrl+Z, Ctrl+Y', 'membatalkan, mengulangi'],
    ['Ctrl+F, Ctrl+H', 'mencari, mengganti'],
  ]],
  ['Memilih dan menyalin', [
    ['Shift + panah, Shift + klik, seret', 'memilih beberapa sel'],
    ['Shift+Spasi, Ctrl+Spasi', 'memilih baris, kolom'],
    ['Ctrl+A', 'memilih semuanya'],
    ['Shift+F10, klik kanan', 'menu perintah untuk yang dipilih'],
    ['Ctrl+Shift+L', 'menyaring baris, menghapus saringan'],
    ['Ctrl+C, Ctrl+X, Ctrl+V', 'menyalin, memotong, menempel; juga dengan Excel dan LibreOffice'],
  ]],
  ['Baris', [
    ['Alt+Insert', 'menambah baris di bawah'],
    ['Alt+Delete', 'menghapus baris'],
    ['Alt+↑, Alt+↓', 'memindahkan baris ke atas, ke bawah'],
    ['F2 pada sel wilayah', 'mengganti wilayah, atau kembali ke baris bergilir'],
  ]],
];

export function showKeys(host) {
  const group = ([title, keys]) => element('section', {},
    element('h3', { text: title }),
    element('dl', { class: 'grid-keys' }, ...keys.flatMap(([key, meaning]) => [element('dt', { text: keyName(key) }), element('dd', { text: meaning })])));
  return ask(host, {
    title: 'Tombol pada tabel',
    body: [element('div', { class: 'grid-key-groups' }, ...KEYS.map(group))],
    buttons: [{ value: '', text: 'Tutup', primary: true }],
  });
}
