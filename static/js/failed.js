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
