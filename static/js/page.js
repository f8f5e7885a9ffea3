// The page: its keys (switched off by <body data-keys="off">), menus, toasts, the shelf, picked rows, and the focus after a
// swap by htmx.
const ROW = ".row-item, tbody tr";
const STAY = 8000; // ms that a toast stays
const GO = 1500; // ms in which a second key follows `g`
const ACTS = "a[href], button, summary, input:not([type=hidden])";

const seen = (element) => element.checkVisibility?.() ?? true;
const rows = () => [...document.querySelectorAll(`#main :is(${ROW}):not(.is-done)`)].filter((row) => seen(row) && row.querySelector(ACTS));
const current = () => document.activeElement?.closest(ROW);

// Keys. An element says which key presses it: data-key="d", data-key="g t". The row with the focus comes first, then the page.
let going = -GO;

function typing({ target }) {
  return target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=submit])");
}

function keyed(key) {
  const scopes = [current(), document.getElementById("main"), document.body];
  for (const scope of scopes) {
    const found = [...(scope?.querySelectorAll("[data-key]") ?? [])].find((element) => element.dataset.key === key);
    if (found) return found;
  }
  return null;
}

function move(step) {
  const all = rows();
  const place = all.indexOf(current());
  const row = all[place < 0 ? (step > 0 ? 0 : all.length - 1) : place + step];
  (row?.querySelector("a[href]") ?? row?.querySelector(ACTS))?.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return void event.target.form?.requestSubmit();
  if (event.key === "Escape") return closeMenus(null, true);
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return;
  if (document.body.dataset.keys === "off" || typing(event) || document.querySelector("dialog[open]")) return;
  const after = event.timeStamp - going < GO ? "g " : "";
  going = event.key === "g" ? event.timeStamp : -GO;
  if (!after && (event.key === "j" || event.key === "k")) return move(event.key === "j" ? 1 : -1);
  const element = keyed(after + event.key.toLowerCase());
  if (!element) return;
  event.preventDefault();
  element.click();
  const menu = element.matches("summary") && element.parentElement;
  if (menu?.open) menu.querySelector(".dropdown-menu :is(a, button)")?.focus();
});

// Menus are <details>: they close with Escape and by leaving them.
function closeMenus(except, refocus = false) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (menu.contains(except)) continue;
    if (refocus && menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    menu.open = false;
  }
}

document.addEventListener("pointerdown", ({ target }) => closeMenus(target));
document.addEventListener("focusin", ({ target }) => closeMenus(target));

// Toasts go after a while, but not from under the pointer or the focus.
function leave(toast) {
  if (!toast.isConnected) return;
  if (toast.matches(":hover, :focus-within")) setTimeout(leave, STAY, toast);
  else toast.remove();
}

function watchToasts(toasts) {
  const started = new WeakSet();
  const start = () => {
    for (const toast of toasts.children) if (!started.has(toast)) started.add(toast) && setTimeout(leave, STAY, toast);
  };
  new MutationObserver(start).observe(toasts, { childList: true });
  start();
}

// What came with the page is put there once more: of a live region only what comes later is read out.
const KNOWN = 250; // ms after which a screen reader knows the region

const toasts = document.getElementById("toasts");
if (toasts) {
  watchToasts(toasts);
  const again = (toast) => toast.contains(document.activeElement) || toast.replaceWith(toast.cloneNode(true));
  setTimeout(() => [...toasts.children].forEach(again), KNOWN);
}

// The focus: where a swap takes the row that had it, it goes to the next row's first button.
let next = null;

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const all = rows();
  const place = all.indexOf(current());
  next = place >= 0 && detail.target.contains(document.activeElement) ? (all[place + 1] ?? all[place - 1] ?? document.getElementById("main")) : null;
});
document.addEventListener("htmx:afterSettle", () => {
  if (next && document.activeElement === document.body) {
    const again = next.isConnected ? next : document.getElementById(next.id);
    (again?.querySelector("button, .btn") ?? document.getElementById("main"))?.focus();
  }
  next = null;
});

// After a form leads back to the page on which it was sent, the focus is where it was pressed, or at what stands there now.
const PRESSED = "pressed";
const LASTS = 15_000; // ms
const actsOf = () => [...document.querySelectorAll(`#main :is(${ACTS}, select, textarea)`)].filter(seen);
const nameOf = (element) => element.ariaLabel ?? element.textContent.trim();
const targetOf = (element) => element.form?.getAttribute("action") ?? null;

function remember(element) {
  const before = JSON.parse(sessionStorage.getItem(PRESSED) ?? "{}");
  const place = actsOf().indexOf(element);
  const here = { path: location.pathname, at: Date.now() };
  // Undo stands outside: it leads back to where what it undoes was pressed
  const what = place < 0 ? before : { place, name: nameOf(element), target: targetOf(element) };
  sessionStorage.setItem(PRESSED, JSON.stringify({ ...what, ...here }));
}

function refocus() {
  const { path, at, place, name, target } = JSON.parse(sessionStorage.getItem(PRESSED) ?? "{}");
  if (path !== location.pathname || Date.now() - at > LASTS || place === undefined) return;
  if (location.hash || document.querySelector("[autofocus]") || document.activeElement !== document.body) return;
  const all = actsOf();
  const same = all.find((element) => nameOf(element) === name && targetOf(element) === target);
  (same ?? all[Math.min(place, all.length - 1)])?.focus();
}

document.addEventListener("submit", ({ target, submitter }) => remember(submitter ?? target), true);
document.addEventListener("htmx:beforeRequest", ({ detail }) => detail.elt.matches("button") && remember(detail.elt));
refocus();

// The shelf is one tab stop with arrow keys inside.
const height = (cup) => Math.round(cup.getBoundingClientRect().top);

function shelve(shelf) {
  if (shelf.dataset.shelved || !shelf.querySelector("a.cup")) return;
  shelf.dataset.shelved = "";
  const cups = () => [...shelf.querySelectorAll("a.cup")].filter(seen);
  const stop = (cup) => shelf.querySelectorAll("a.cup").forEach((other) => (other.tabIndex = other === cup ? 0 : -1));
  stop(cups().at(-1)); // the newest is shown on a phone too
  shelf.addEventListener("focusin", ({ target }) => stop(target));
  shelf.addEventListener("keydown", (event) => {
    const all = cups();
    const place = all.indexOf(document.activeElement);
    const width = all.filter((cup) => height(cup) === height(all[0])).length;
    const to = { ArrowRight: place + 1, ArrowLeft: place - 1, ArrowDown: place + width, ArrowUp: place - width, Home: 0, End: all.length - 1 }[event.key];
    if (place < 0 || to === undefined) return;
    event.preventDefault();
    all[to]?.focus();
  });
}

const shelveAll = () => document.querySelectorAll("#main .shelf").forEach(shelve);
shelveAll();
document.addEventListener("htmx:load", shelveAll);

// Picking rows of a list: how many are picked, and all of this page at once. Without it each row is picked by itself.
function tellPicked(form) {
  const boxes = [...form.querySelectorAll("tbody input[type=checkbox]")];
  const picked = boxes.filter((box) => box.checked).length;
  const all = form.querySelector("[data-pick-all]");
  form.querySelector("[data-picked]").textContent = `${picked} selected`;
  all.hidden = false;
  all.checked = picked > 0 && picked === boxes.length;
  all.indeterminate = picked > 0 && picked < boxes.length;
}

const tellAllPicked = () => document.querySelectorAll("form:has([data-pick-all])").forEach(tellPicked);

document.addEventListener("change", ({ target }) => {
  const form = target.form;
  if (!form?.querySelector("[data-pick-all]")) return;
  if (target.matches("[data-pick-all]")) {
    for (const box of form.querySelectorAll("tbody input[type=checkbox]")) box.checked = target.checked;
  }
  tellPicked(form);
});
document.addEventListener("reset", () => setTimeout(tellAllPicked));
document.addEventListener("htmx:load", tellAllPicked);
addEventListener("pageshow", tellAllPicked); // back from the next page, with the boxes as they were
tellAllPicked();

// A sheet is printed by the browser: the button is there where it can be pressed.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
