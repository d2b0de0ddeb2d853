// A swap: beside each date that can be taken in return stands where the chosen row serves then. Without this script the places stand under each candidate.

const dates = document.getElementById("balas");
const words = new Map([...(dates?.options ?? [])].map((option) => [option, option.textContent]));

const show = () => {
  const chosen = document.querySelector("[data-places]:checked");
  const places = chosen ? JSON.parse(chosen.dataset.places) : {};
  for (const [option, text] of words) {
    const place = places[option.value.slice(0, 7)];
    option.textContent = place ? `${text}, ${place}` : text;
  }
};

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-places]")) {
    show();
  }
});
show();
