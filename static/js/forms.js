// What did not reach the server, or came back broken, is said where it was pressed, and nothing typed is lost. One listener
// for every element of htmx; what other scripts fetch says so with an event "failed" whose detail is the status, 0 for none.
const FRESH = 30_000; // ms after a sign of life in which a form is sent without asking first
const PATIENCE = 8_000; // ms to wait for such a sign
const SAYS = {
  0: "No connection. Nothing is lost: try again when it is back.",
  403: "This was refused: perhaps you signed out elsewhere. Nothing is lost; open this page again, then try again.",
  404: "This is not there any more. Open this page again to see what is.",
  408: "No answer yet. It may have been done all the same: look before you try again.",
  429: "That was a lot at once. Wait a minute, then try again.",
  503: "Too busy just now. Nothing is lost: try again in a moment.",
};
const OTHER = "Something broke on our side. What you see is as it was: try again.";
const OFFLINE = "You are offline: not sent. Nothing is lost.";
const SIGNED_OUT = "/account/sign-in/";

const notes = new WeakMap(); // what was pressed → its note

// Where the note stands: a row says it below itself, a table above, a menu outside, a form at its end.
function place(element, note) {
  const row = element.closest(".row-item");
  const bar = element.closest(".save-bar, dialog form, table");
  if (row) row.append(note);
  else if (bar?.matches("form")) bar.after(note);
  else if (bar) bar.before(note);
  else if (element.matches("form")) element.append(note);
  else element.after(note);
}

function quiet(element) {
  notes.get(element)?.remove();
  notes.delete(element);
}

function say(element, words, again) {
  quiet(element);
  const host = element.isConnected ? element : document.getElementById("main");
  const menu = host.closest("details.menu[open]");
  const note = document.createElement(host.closest("p") ? "span" : "div");
  note.className = "callout bad failed";
  note.setAttribute("role", "alert");
  const text = document.createElement("span");
  note.append(text);
  place(host, note);
  text.textContent = words; // after the alert stands in the page: then it is read out
  if (again) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-sm btn-quiet";
    button.textContent = "Try again";
    button.addEventListener("click", () => (quiet(element), again()));
    note.append(button);
  }
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
  notes.set(element, note);
}

function tell({ detail }, status) {
  const { elt, requestConfig: asked } = detail;
  const again = elt.isConnected && asked && status !== 404 ? () => htmx.ajax(asked.verb.toUpperCase(), asked.path, { source: elt }) : null;
  say(elt, SAYS[status] ?? OTHER, again);
}

document.addEventListener("htmx:responseError", (event) => tell(event, event.detail.xhr.status));
document.addEventListener("htmx:sendError", (event) => tell(event, 0));
document.addEventListener("htmx:timeout", (event) => tell(event, 408));
document.addEventListener("htmx:beforeRequest", ({ detail }) => quiet(detail.elt));
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  if (!xhr.responseURL || !new URL(xhr.responseURL).pathname.startsWith(SIGNED_OUT)) return;
  event.detail.shouldSwap = false; // the sign-in page is no part of this one
  tell(event, 403);
});
document.addEventListener("failed", ({ target, detail }) => (detail < 0 ? quiet(target) : say(target, SAYS[detail] ?? OTHER)));

// A form is sent only to a server that answers: else the browser would show its own page, and what was typed were gone.
const asking = new WeakSet();
const goes = new WeakSet();
let heard = performance.now();

const lives = () => (heard = performance.now());
document.addEventListener("htmx:afterOnLoad", lives);
addEventListener("offline", () => (heard = -FRESH));

async function answers() {
  try {
    await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    lives();
    return true;
  } catch {
    heard = -FRESH;
    return false;
  }
}

async function sendIfHeard(form, button) {
  asking.add(form);
  const answered = await answers();
  asking.delete(form);
  if (!answered) return say(button ?? form, OFFLINE);
  quiet(button ?? form);
  goes.add(form);
  form.requestSubmit(button);
}

document.addEventListener(
  "submit",
  (event) => {
    const { target: form, submitter } = event;
    if (goes.delete(form) || form.matches("[hx-get], [hx-post]") || form.method === "dialog") return;
    if (navigator.onLine && performance.now() - heard < FRESH) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!asking.has(form)) sendIfHeard(form, submitter);
  },
  true,
);

// Forms: nothing typed is lost, one press is one save, and the computer's time zone need not be chosen.
const EVERY = 3000; // ms between the last key and the autosave
const KEPT_AT = "/drafts/";
const NOT_KEPT = "Not kept yet. Your words are still here; save when you are done.";
const TOO_LONG = "This is too long to be kept as a draft. Your words are still here; shorten them, then save.";

const waiting = new Map(); // form → its timer
const sent = new WeakSet();

function draftForm(element) {
  const form = element.form ?? element.closest?.("form");
  return form?.elements.namedItem("draft") ? form : null;
}

function typed(form) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && form.elements.namedItem(name)?.type !== "password") fields.append(name, value);
  }
  return fields;
}

function sayKept(form, text) {
  let state = form.querySelector("[data-draft-state]");
  if (!state && text) {
    state = document.createElement("p");
    state.dataset.draftState = "";
    state.className = "callout bad mt-3";
    state.setAttribute("role", "status");
    form.append(state);
  }
  if (state) {
    state.textContent = text;
    state.hidden = !text;
  }
}

async function keep(form, keepalive = false) {
  clearTimeout(waiting.get(form));
  waiting.delete(form);
  try {
    const answer = await fetch(KEPT_AT, { method: "POST", body: typed(form), keepalive, redirect: "manual" });
    const kept = answer.ok || answer.type === "opaqueredirect"; // the latter: saved already, in another tab
    const why = answer.status === 413 ? TOO_LONG : NOT_KEPT;
    sayKept(form, kept ? "" : why);
  } catch {
    sayKept(form, "No connection. Your words are still here; they are kept when it is back.");
    waiting.set(form, setTimeout(() => keep(form), EVERY * 3));
  }
}

function later(event) {
  const form = draftForm(event.target);
  if (!form || sent.has(form)) return;
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => keep(form), EVERY));
}

document.addEventListener("input", later);
document.addEventListener("change", later);
addEventListener("pagehide", () => [...waiting.keys()].forEach((form) => keep(form, true)));
addEventListener("online", () => [...waiting.keys()].forEach((form) => keep(form)));

// One press is one save. The server would answer a second one with the first result; this only shows that it works.
document.addEventListener("submit", (event) => {
  const form = event.target;
  const button = event.submitter;
  if (event.defaultPrevented || form.method !== "post") return;
  for (const done of [form, button?.closest("form")]) {
    // the second: "Start over" stands in a form that it does not belong to, whose words are not kept any more
    if (!done) continue;
    sent.add(done);
    clearTimeout(waiting.get(done));
    waiting.delete(done);
  }
  if (!button) return;
  const label = [...button.childNodes];
  setTimeout(() => {
    // after the form's data were gathered: a disabled button would not be among them
    const spinner = document.createElement("span");
    spinner.className = "spinner-border spinner-border-sm";
    spinner.setAttribute("aria-hidden", "true");
    if (draftForm(form)) button.replaceChildren(spinner, "Saving");
    else button.prepend(spinner);
    button.disabled = true;
  });
  const again = () => {
    button.replaceChildren(...label);
    button.disabled = false;
    sent.delete(form);
    sent.delete(button.closest("form"));
  };
  addEventListener("pageshow", again, { once: true }); // back from the next page
  setTimeout(again, 10_000); // the answer was a file, or never came
});

function fillZones() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const field of document.querySelectorAll("select[data-zone-guess]")) {
    if ([...field.options].some((option) => option.value === zone)) field.value = zone;
  }
}

fillZones();
document.addEventListener("htmx:load", fillZones);

// What is typed while a part of the page is asked for anew stays: the answer knows what stood there when it was asked for.
const fields = new Map(); // id → the field, and when it was typed into
const asked = new WeakMap();
document.addEventListener("input", ({ target }) => fields.set(target.id, [target, performance.now()]));
document.addEventListener("htmx:beforeSend", ({ detail }) => asked.set(detail.xhr, performance.now()));
document.addEventListener("htmx:afterSwap", ({ detail }) => {
  for (const [id, [old, at]] of fields) {
    const field = id && !old.isConnected && at > asked.get(detail.xhr) && document.getElementById(id);
    if (!field) continue;
    field.value = old.value;
    field.checked = old.checked;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
});
