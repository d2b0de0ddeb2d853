// What a list needs of the browser: the address without a new page, a file out of bytes.
export function setQuery(query) {
  history.replaceState(history.state, "", location.pathname + query + location.hash);
}

export async function download(name, stream) {
  const address = URL.createObjectURL(new Blob([await stream.arrayBuffer()]));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
