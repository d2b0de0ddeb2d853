// Small helpers for building elements without innerHTML, so that a strict Content-Security-Policy holds and no text is ever read as markup.

let lastId = 0;

/** An id no other element of the page has. */
export const newId = prefix => `${prefix}-${++lastId}`;

/**
 * Builds an element. `text` becomes its text, `class` its classes, a key beginning with "on" a listener; every other key an attribute, left out
 * where its value is null or false.
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'text') {
      node.textContent = value;
    } else if (name === 'class') {
      node.className = value;
    } else if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }

  node.append(...children.filter(child => child !== null));
  return node;
}

/** Sets the text only where it differs, so that a live region does not repeat itself and the browser has nothing to lay out again. */
export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/** A version 4 UUID. `crypto.randomUUID` exists only in secure contexts, and an office may serve the portal over plain HTTP. */
export function newUuid() {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }

  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * Puts a text on the clipboard; over plain HTTP, where pages have no clipboard, by way of a selected text field. Call it inside the click or key press:
 * once that has ended, Safari refuses.
 * @param {HTMLElement} host  Where the text field can have the focus: inside the dialog, if one is open.
 * @returns {Promise<boolean>}  Whether the clipboard took it.
 */
export async function copyText(text, host) {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }

    const field = element('textarea', { class: 'grid-copy' });
    field.value = text;
    host.append(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    return isCopied;
  } catch {
    return false; // The browser or the person did not allow it.
  }
}
