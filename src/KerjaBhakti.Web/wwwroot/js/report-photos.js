// Photos of a report: scaled down and written anew as JPEG before they are sent, so that a phone sends some hundred kilobytes instead of some megabytes, and neither
// place nor time of the photo leave it. Each choice adds to the ones before: a phone's camera gives one at a time.
const LONGEST_SIDE = 1600;
const QUALITY = 0.85;

const number = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 1 });

/** Whether a canvas gives back what was drawn: a browser that hides who it is gives noise, which would be stored as the photo without a word. */
const isCanvasTrue = () => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 8;
  const context = canvas.getContext("2d");
  const isSame = (color, expected) => {
    context.fillStyle = color;
    context.fillRect(0, 0, 8, 8);
    const dots = context.getImageData(0, 0, 8, 8).data;
    return dots.every((value, index) => value === expected[index % 4]);
  };
  return isSame("rgb(200 100 50)", [200, 100, 50, 255]) && isSame("rgb(10 20 230)", [10, 20, 230, 255]);
};

const decode = async (file) => {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return null;
  }
};

/** The photo as it is to be sent; null where this browser cannot read it as a picture, which the server could not either. */
const scale = async (file) => {
  const picture = await decode(file);
  if (!picture) {
    return null;
  }

  try {
    if (!isCanvasTrue()) {
      return file;
    }

    const factor = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * factor));
    canvas.height = Math.max(1, Math.round(picture.height * factor));
    const context = canvas.getContext("2d");

    // JPEG has no transparency; without this it would be black.
    context.fillStyle = "white";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    return blob ? new File([blob], `${file.name.replace(/\.[^.]*$/, "")}.jpg`, { type: "image/jpeg" }) : file;
  } catch {
    return file;
  } finally {
    picture.close();
  }
};

/** Takes over the file field of a form. */
export const usePhotos = (form) => {
  const input = form.querySelector("input[type=file]");
  const list = form.querySelector("[data-report-chosen]");
  let chosen = [];
  let unread = [];
  let work = Promise.resolve();

  const show = () => {
    const transfer = new DataTransfer();
    chosen.forEach((file) => transfer.items.add(file));
    input.files = transfer.files;

    const most = Number(input.dataset.most);
    const stays = Number(input.dataset.stored) - form.querySelectorAll("input[name=hapus]:checked").length;
    input.setCustomValidity(stays + chosen.length > most ? `Satu laporan memuat paling banyak ${most} foto.` : "");

    list.hidden = chosen.length + unread.length === 0;
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
      ...unread.map((name) => {
        const item = document.createElement("li");
        const news = document.createElement("span");
        item.className = "report-unread";
        news.setAttribute("role", "alert");
        news.textContent = `${name} tidak ikut dikirim: bukan foto yang dapat dibaca. Pilih foto JPEG, PNG, atau WebP; foto yang lain tetap ikut.`;
        item.append(news);
        return item;
      }),
    );
  };

  input.addEventListener("change", () => {
    const added = [...input.files];
    work = work.then(async () => {
      unread = [];
      for (const file of added) {
        const photo = await scale(file);
        if (photo) {
          chosen = [...chosen, photo];
        } else {
          unread = [...unread, file.name];
        }
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
  return {
    /** Waits until the field holds what is to be sent; false where a photo fell out meanwhile, which nobody has read yet. */
    ready: async () => {
      const read = unread;
      await work;
      return unread === read || unread.length === 0;
    },
  };
};
