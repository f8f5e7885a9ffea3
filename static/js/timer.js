// Reading aloud by the clock: what it shows when it is stopped stands in the field of the seconds.
const shown = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

for (const form of document.querySelectorAll("[data-timed]")) {
  const clock = form.querySelector("[data-clock]");
  const button = form.querySelector("[data-timer]");
  let started = 0;
  let ticking;
  const passed = () => Math.round((performance.now() - started) / 1000);
  clock.hidden = button.hidden = false;
  button.addEventListener("click", () => {
    clearInterval(ticking);
    if (ticking) {
      form.elements.seconds.value = Math.max(passed(), 1);
      clock.textContent = shown(passed());
      button.textContent = "Start again";
      ticking = undefined;
      return;
    }
    started = performance.now();
    button.textContent = "Stop";
    clock.textContent = shown(0);
    ticking = setInterval(() => (clock.textContent = shown(passed())), 250);
  });
}
