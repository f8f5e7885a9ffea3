// A file that is too large is told at once, before it travels: the server would refuse it by its size alone.
for (const field of document.querySelectorAll("input[type=file][data-megabytes]")) {
  field.addEventListener("change", () => {
    const limit = Number(field.dataset.megabytes);
    const large = [...field.files].some((file) => file.size > limit * 1024 * 1024);
    field.setCustomValidity(large ? `This file is larger than ${limit} MB, which is the most that is taken.` : "");
    if (large) field.reportValidity();
  });
  field.form.addEventListener("submit", (event) => {
    if (!field.checkValidity() && field.validity.customError) event.preventDefault();
  });
}
