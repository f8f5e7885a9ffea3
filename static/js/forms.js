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

function say(form, text) {
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
    say(form, kept ? "" : why);
  } catch {
    say(form, "No connection. Your words are still here; they are kept when it is back.");
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
