// What every page has: the menu stands open where there is room for it.
const wide = matchMedia("(min-width: 62rem)");
const menu = document.querySelector(".menu");

function settle() {
  if (menu) menu.open = wide.matches;
}

settle();
wide.addEventListener("change", settle);
