// Hands a file that the server made to the person as a download.
export async function download(name, stream) {
  const url = URL.createObjectURL(new Blob([await stream.arrayBuffer()]));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
