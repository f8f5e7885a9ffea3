// Picking rows of a list: how many are picked, and all of this page at once. Without it each row is picked by itself.
function tell(form) {
  const boxes = [...form.querySelectorAll("tbody input[type=checkbox]")];
  const picked = boxes.filter((box) => box.checked).length;
  const all = form.querySelector("[data-pick-all]");
  form.querySelector("[data-picked]").textContent = `${picked} selected`;
  all.hidden = false;
  all.checked = picked > 0 && picked === boxes.length;
  all.indeterminate = picked > 0 && picked < boxes.length;
}

function prepare() {
  document.querySelectorAll("form:has([data-pick-all])").forEach(tell);
}

document.addEventListener("change", ({ target }) => {
  const form = target.form;
  if (!form?.querySelector("[data-pick-all]")) return;
  if (target.matches("[data-pick-all]")) {
    for (const box of form.querySelectorAll("tbody input[type=checkbox]")) box.checked = target.checked;
  }
  tell(form);
});
document.addEventListener("reset", ({ target }) => setTimeout(prepare, 0, target));
document.addEventListener("htmx:load", prepare);
addEventListener("pageshow", prepare); // back from the next page, with the boxes as they were
prepare();
