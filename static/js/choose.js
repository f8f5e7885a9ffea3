// Who do I know: Enter goes to the next line instead of saving.
document.querySelector(".prompts")?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || !event.target.matches("input:not([type])")) return;
  event.preventDefault();
  const lines = [...event.currentTarget.querySelectorAll("input:not([type])")];
  const next = lines[lines.indexOf(event.target) + 1];
  (next ?? event.target.form.querySelector("button.btn-primary")).focus();
});
