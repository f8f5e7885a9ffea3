// Django's admin searches for people and companies in boxes of Select2, which it gives no names.
function nameBox(select) {
  const label = select.labels[0];
  const box = select.nextElementSibling;
  const shown = box?.querySelector(".select2-selection__rendered");
  if (!label || !shown) return;
  label.id ||= `${select.id}-label`;
  for (const name of ["role", "aria-readonly"]) shown.removeAttribute(name); // the box itself is the field
  box.querySelector("[role=combobox]").setAttribute("aria-labelledby", `${label.id} ${shown.id}`.trim());
  nameSearch(box.querySelector("input"), label);
}

const nameSearch = (input, label) => input?.setAttribute("aria-labelledby", label.id);

// A cross that takes all away would stand among the items of the list; each has one of its own.
for (const select of document.querySelectorAll("select[multiple].admin-autocomplete")) select.dataset.allowClear = "false";
window.django?.jQuery?.(() => document.querySelectorAll("select.admin-autocomplete").forEach(nameBox)); // once they are drawn
document.addEventListener("focusin", ({ target }) => {
  if (!target.matches(".select2-search__field")) return;
  const list = target.getAttribute("aria-controls") ?? ""; // select2-id_company-results
  const select = document.getElementById(list.replace(/^select2-|-results$/g, ""));
  if (select?.labels[0]) nameSearch(target, select.labels[0]);
});
