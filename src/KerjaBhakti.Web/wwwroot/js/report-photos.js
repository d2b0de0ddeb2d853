// Photos of a report: scaled down and written anew as JPEG before they are sent, so that a phone sends some hundred kilobytes instead of some megabytes, and neither
// place nor time of the photo leave it. Each choice adds to the ones before: a phone's camera gives one at a time.
const LONGEST_SIDE = 1600;
const QUALITY = 0.85;

const number = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 1 });

const scale = async (file) => {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const factor = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * factor));
    canvas.height = Math.max(1, Math.round(picture.height * factor));
    const context = canvas.getContext("2d");

    // JPEG has no transparency; without this it would be black.
    context.fillStyle = "white";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    return blob ? new File([blob], `${file.name.replace(/\.[^.]*$/, "")}.jpg`, { type: "image/jpeg" }) : file;
  } catch {
    // No picture this browser knows: sent as it is, and the server says what is wrong with it.
    return file;
  }
};

/** Takes over the file field of a form; the result's ready() waits until the field holds what is to be sent. */
export const usePhotos = (form) => {
  const input = form.querySelector("input[type=file]");
  const list = form.querySelector("[data-report-chosen]");
  let chosen = [];
  let work = Promise.resolve();

  const show = () => {
    const transfer = new DataTransfer();
    chosen.forEach((file) => transfer.items.add(file));
    input.files = transfer.files;

    const most = Number(input.dataset.most);
    const stays = Number(input.dataset.stored) - form.querySelectorAll("input[name=hapus]:checked").length;
    input.setCustomValidity(stays + chosen.length > most ? `Satu laporan memuat paling banyak ${most} foto.` : "");

    list.hidden = chosen.length === 0;
    list.replaceChildren(
      ...chosen.map((file, index) => {
        const item = document.createElement("li");
        const remove = document.createElement("button");
        remove.type = "button";
        remove.className = "button button-secondary";
        remove.textContent = "Buang";
        remove.setAttribute("aria-label", `Buang ${file.name}`);
        remove.addEventListener("click", () => {
          chosen.splice(index, 1);
          show();
          input.focus();
        });
        item.append(`${file.name}, ${number.format(Math.max(file.size / 1048576, 0.1))} MB`, remove);
        return item;
      }),
    );
  };

  input.addEventListener("change", () => {
    const added = [...input.files];
    work = work.then(async () => {
      for (const file of added) {
        chosen = [...chosen, await scale(file)];
      }

      show();
      input.reportValidity();
    });
  });
  form.addEventListener("change", (event) => {
    if (event.target.name === "hapus") {
      show();
    }
  });
  return { ready: () => work };
};
