// Says at once that a chosen file is too large. Without it the server says so, after the upload.

for (const input of document.querySelectorAll('input[type=file][data-largest]')) {
  input.addEventListener('change', () => {
    const largest = Number(input.dataset.largest);
    const [file] = input.files;
    input.setCustomValidity(
      file && file.size > largest
        ? `Berkas ini ${Math.ceil(file.size / 1048576)} MB; paling besar ${largest / 1048576} MB.`
        : '',
    );
    input.reportValidity();
  });
}
