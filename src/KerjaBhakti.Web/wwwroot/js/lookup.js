// Filters the list of the front page while typing. Without this script the same form asks the server (Public/SearchTerms.cs): both want every
// word to occur somewhere in the jabatan, the kecamatan (aliases included) or the city.
const form = document.querySelector("[data-lookup]");
const list = document.querySelector("[data-lookup-list]");

if (form && list) {
  const box = form.querySelector("input[type=search]");
  const status = document.querySelector("[data-lookup-status]");
  const empty = document.querySelector("[data-lookup-empty]");
  const cities = [...list.querySelectorAll("[data-city]")].map((section) => ({
    section,
    groups: [...section.querySelectorAll("[data-place]")].map((group) => {
      const place = `${group.dataset.place} ${section.dataset.city}`.toLowerCase();
      return {
        group,
        place,
        isKecamatan: group.hasAttribute("data-kecamatan"),
        rows: [...group.querySelectorAll("li")].map((item) => ({ item, text: `${item.textContent} ${place}`.toLowerCase() })),
      };
    }),
  }));

  const announce = (found, kecamatan, query) => {
    if (query === "") {
      status.textContent = "";
    } else if (found + kecamatan === 0) {
      status.textContent = `Tidak ada yang cocok dengan “${query}”.`;
    } else {
      status.textContent = `${kecamatan} kecamatan dan ${found} jabatan cocok dengan “${query}”.`;
    }
  };

  const filter = () => {
    const query = box.value.trim().replace(/\s+/g, " ");
    const words = query.toLowerCase().split(" ");
    const matches = (text) => words.every((word) => text.includes(word));
    let found = 0;
    let kecamatan = 0;
    for (const { section, groups } of cities) {
      let sectionShown = false;
      for (const { group, place, isKecamatan, rows } of groups) {
        let shown = rows.length === 0 && matches(place);
        for (const { item, text } of rows) {
          item.hidden = !matches(text);
          shown ||= !item.hidden;
          found += item.hidden ? 0 : 1;
        }
        group.hidden = !shown;
        kecamatan += shown && isKecamatan ? 1 : 0;
        sectionShown ||= shown;
      }
      section.hidden = !sectionShown;
    }

    empty.hidden = cities.some(({ section }) => !section.hidden);
    return { found, kecamatan, query };
  };

  // The list follows every key; the address and the announcement wait for a pause, so that a screen reader is not interrupted at each letter.
  let pause;
  box.addEventListener("input", () => {
    const result = filter();
    clearTimeout(pause);
    pause = setTimeout(() => {
      announce(result.found, result.kecamatan, result.query);
      const address = new URL(location.href);
      if (result.query === "") {
        address.searchParams.delete("q");
      } else {
        address.searchParams.set("q", result.query);
      }
      history.replaceState(null, "", address);
    }, 400);
  });

  // Enter takes the reader to what was found instead of loading the same list again.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { found, kecamatan, query } = filter();
    announce(found, kecamatan, query);
    list.querySelector("[data-place]:not([hidden]) a")?.focus();
  });
}
