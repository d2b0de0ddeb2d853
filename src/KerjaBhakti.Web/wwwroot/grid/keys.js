// How keys are called on this person's keyboard. Commands are named as on a PC; a Mac has ⌘ and ⌥ in their place and no Insert.

export const isMac = /^Mac|^iP(hone|ad|od)/.test(navigator.platform);

/** "Ctrl+Shift+L" as it is called here: on a Mac "⌘+Shift+L". */
export const keyName = keys => (isMac ? keys.replaceAll('Ctrl', '⌘').replaceAll('Alt+Delete', 'Alt+Backspace').replaceAll('Alt', '⌥').replaceAll('Backspace', '⌫') : keys);
