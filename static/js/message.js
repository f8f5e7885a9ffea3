// A message: copied with one press, and opened elsewhere with the words that stand in the field now.
function ready(root) {
  for (const button of root.querySelectorAll?.("[data-copy][hidden]") ?? []) button.hidden = false;
}

const stateBeside = (button) => button.closest("fieldset, details")?.querySelector("[data-copied]");

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.focus();
  field.select();
  let isCopied = true;
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    isCopied = document.execCommand("copy"); // over http a browser has no clipboard to write to
  }
  const state = stateBeside(button);
  if (state) state.textContent = isCopied ? "Copied." : "It is selected: press Ctrl+C.";
});

document.addEventListener("click", (event) => {
  const way = event.target.closest?.("a[data-opens]");
  if (!way) return;
  const field = document.getElementById(way.dataset.takes ?? "");
  if (field) {
    const line = way.protocol === "mailto:" ? "\r\n" : "\n";
    way.href = way.dataset.opens + encodeURIComponent(field.value.replace(/\r?\n/g, line));
  }
  if (way.dataset.asks) opened(way);
});

// Until it is said to be sent, nothing is asked of this person; the next morning asks whether it was.
async function opened(way) {
  const form = new FormData(way.closest("form"));
  form.set("written_in", way.dataset.writtenIn);
  const state = stateBeside(way);
  try {
    const answer = await fetch(way.dataset.asks, { method: "POST", body: form, keepalive: true });
    if (!answer.ok) throw new Error(answer.status);
    if (state) state.textContent = "Once it is sent, say so below. Tomorrow you are asked.";
  } catch {
    if (state) state.textContent = "Once it is sent, say so below: you will not be reminded.";
  }
}

document.addEventListener("htmx:load", (event) => ready(event.target));
ready(document);
