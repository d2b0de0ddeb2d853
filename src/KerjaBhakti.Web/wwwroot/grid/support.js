// Whether this browser can run the grid. Written so that an old one can read it: nothing here, and in what imports it first, is newer than modules are.

/** What a browser must have, by what it is asked for; each is of 2024 at the latest. */
const NEEDED = {
  'Map.groupBy': () => typeof Map.groupBy === 'function',
  popover: () => typeof HTMLElement.prototype.togglePopover === 'function',
  toReversed: () => typeof Array.prototype.toReversed === 'function',
  dialog: () => typeof HTMLDialogElement === 'function',
  'color-mix': () => CSS.supports('color', 'color-mix(in srgb, red 16%, transparent)'),
};

/** The names of what is missing; empty where the grid can start. */
export const missingFeatures = () => Object.keys(NEEDED).filter(name => !NEEDED[name]());

export const NEEDS = 'Penyunting jadwal memerlukan Chrome, Edge, atau Firefox yang terbaru, atau Safari 17.4 atau yang lebih baru. '
  + 'Peramban ini lebih lama; jadwalnya tetap dapat dilihat dan diunduh.';
