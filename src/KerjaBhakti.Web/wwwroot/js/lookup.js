// Filters and orders the list of the front page while typing. Without this script the same form asks the server, which ranks, orders and suggests in the
// same way (Public/SearchTerms.cs, Public/DutyList.cs, Gazetteer.Nearest).
import { distance, fold, tidy } from "../grid/text.js";

const MOST_SUGGESTIONS = 3;
const LETTER = /[\p{L}\p{N}]/u;
const form = document.querySelector("[data-lookup]");
const list = document.querySelector("[data-lookup-list]");

function hasWordWith(beginning, name) {
  for (let at = name.indexOf(beginning); at >= 0; at = name.indexOf(beginning, at + 1)) {
    if (at === 0 || !LETTER.test(name[at - 1]) || !LETTER.test(beginning[0])) {
      return true;
    }
  }

  return false;
}

/** The row's own name and that of who serves instead; other words beside them are not looked for. */
function namesIn(item) {
  return [...item.querySelectorAll("[data-name]")].map((name) => fold(name.textContent));
}

/** 0 where a name begins with the whole text, 1 where every word begins a word of a name, Infinity where it does not fit. */
function rankOf(key, names) {
  if (names.some((name) => name.startsWith(key))) {
    return 0;
  }

  return key.split(" ").every((word) => names.some((name) => hasWordWith(word, name))) ? 1 : Infinity;
}

/** The kecamatan whose name or alias is spelled most like the text, at most a third of its letters away. */
function nearest(key, spellings) {
  const limit = Math.max(2, Math.floor(key.length / 3));
  const unlike = new Map();
  for (const { name, spelling } of spellings) {
    const letters = distance(key, spelling, limit);
    if (letters <= limit) {
      unlike.set(name, Math.min(letters, unlike.get(name) ?? limit));
    }
  }

  return [...unlike].sort(([name, letters], [other, others]) => letters - others || (name < other ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS).map(([name]) => name);
}

if (form && list) {
  const box = form.querySelector("input[type=search]");
  const status = document.querySelector("[data-lookup-status]");
  const empty = document.querySelector("[data-lookup-empty]");
  const suggestions = document.querySelector("[data-lookup-suggestions]");
  const cities = [...list.querySelectorAll("[data-city]")].map((section) => ({
    section,
    code: section.dataset.code,
    body: section.querySelector("dl"),
    groups: [...section.querySelectorAll("[data-place]")].map((group) => {
      const place = [...group.dataset.place.split("|"), section.dataset.city].filter(Boolean).map(fold);
      return {
        group,
        place,
        isKecamatan: "kecamatan" in group.dataset,
        code: group.dataset.kecamatan ?? "",
        rows: [...group.querySelectorAll("dd > ul > li")].map((item) => ({ item, names: [...namesIn(item), ...place] })),
      };
    }),
  }));
  const spellings = [...list.querySelectorAll("[data-kecamatan]")].flatMap((group) => {
    const names = group.dataset.place.split("|");
    return names.map((spelling) => ({ name: names[0], spelling: fold(spelling) }));
  });

  // The difference of two Infinities is no number.
  const rankForOrder = ({ rank }) => Math.min(rank, 2);

  /** Puts what fits best first, otherwise by code; rows that serve a whole city stay before its kecamatan. */
  const order = (items, parent, nodeOf) => {
    const sorted = items.toSorted((left, right) =>
      (left.code !== "") - (right.code !== "") || rankForOrder(left) - rankForOrder(right) || (left.code < right.code ? -1 : 1));
    sorted.forEach((item, index) => {
      if (parent.children[index] !== nodeOf(item)) {
        parent.insertBefore(nodeOf(item), parent.children[index]);
      }
    });
  };
  const suggest = (key) => {
    const names = key === "" ? [] : nearest(key, spellings);
    suggestions.hidden = names.length === 0;
    suggestions.querySelector("span").replaceChildren(...names.flatMap((name, index) => {
      const link = document.createElement("a");
      const address = new URL(location.href);
      address.searchParams.set("q", name);
      link.href = address.pathname + address.search;
      link.textContent = name;
      return index === 0 ? [link] : [", ", link];
    }));
  };

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
    const query = tidy(box.value);
    const key = fold(query);
    let found = 0;
    let kecamatan = 0;
    for (const city of cities) {
      for (const group of city.groups) {
        const ranks = group.rows.map(({ item, names }) => {
          const rank = rankOf(key, names);
          item.hidden = rank === Infinity;
          found += item.hidden ? 0 : 1;
          return rank;
        });
        group.rank = ranks.length === 0 ? rankOf(key, group.place) : Math.min(...ranks);
        group.group.hidden = group.rank === Infinity;
        kecamatan += !group.group.hidden && group.isKecamatan ? 1 : 0;
      }

      city.rank = Math.min(...city.groups.map(({ rank }) => rank));
      city.section.hidden = city.rank === Infinity;
      order(city.groups, city.body, ({ group }) => group);
    }

    order(cities, list, ({ section }) => section);
    empty.hidden = cities.some(({ section }) => !section.hidden);
    suggest(empty.hidden ? "" : key);
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

  // Enter takes the reader to what fits best instead of loading the same list again.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { found, kecamatan, query } = filter();
    announce(found, kecamatan, query);
    list.querySelector("[data-place]:not([hidden]) a")?.focus();
  });
}
