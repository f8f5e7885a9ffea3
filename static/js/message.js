// A message: copied with one press, and opened elsewhere with the words that stand in the field now.
function ready(root) {
  for (const button of root.querySelectorAll?.("[data-copy][hidden]") ?? []) button.hidden = false;
}

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
  const state = button.parentElement.querySelector("[data-copied]");
  if (state) state.textContent = isCopied ? "Copied." : "It is selected: press Ctrl+C.";
});

document.addEventListener("click", (event) => {
  const way = event.target.closest?.("a[data-takes]");
  const field = way && document.getElementById(way.dataset.takes);
  if (!field) return;
  const line = way.protocol === "mailto:" ? "\r\n" : "\n";
  way.href = way.dataset.opens + encodeURIComponent(field.value.replace(/\r?\n/g, line));
});

document.addEventListener("htmx:load", (event) => ready(event.target));
ready(document);
