// Suggestions under a field, by the ARIA combobox pattern: <input data-suggest="/people/suggest/" data-into="id_contact">.
// The server answers ?q= with elements of role="option": links are followed; of others data-value goes into the field
// and data-id into the field that data-into names. The quick search is the same in a dialog.
const WAIT = 150; // ms after the last key
const PAUSE = 350; // ms in which nothing more was typed: then the quick search looks into texts too
const boxes = new WeakMap();

class Combobox {
  constructor(input) {
    this.input = input;
    this.palette = input.closest("dialog");
    this.into = document.getElementById(input.dataset.into);
    this.list = document.getElementById(input.getAttribute("aria-controls")) ?? this.addList();
    this.status = this.add("p", { role: "status", class: "visually-hidden" });
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", autocomplete: "off" })) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", () => this.type());
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("blur", () => this.palette || this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the field
    this.list.addEventListener("click", (event) => this.choose(event.target.closest("[role=option]")));
    this.close();
  }

  add(tag, attributes) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    (this.list ?? this.input).after(element);
    return element;
  }

  addList() {
    const id = `${this.input.id || this.input.name}-suggestions`;
    this.input.setAttribute("aria-controls", id);
    return this.add("div", { id, role: "listbox", "aria-label": "Suggestions", class: "twin-box suggestions" });
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  type() {
    if (this.into) this.into.value = ""; // another name is another person
    this.status.className = "visually-hidden";
    this.askIn(WAIT, this.palette ? { typing: 1 } : {});
  }

  askIn(wait, more) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(more), wait);
  }

  async ask(more = {}) {
    const text = this.input.value.trim();
    this.asking?.abort();
    if (!text && !this.palette) return this.close();
    this.asking = new AbortController();
    try {
      const url = `${this.input.dataset.suggest}?${new URLSearchParams({ q: text, ...more })}`;
      const answer = await fetch(url, { headers: { "HX-Request": "true" }, signal: this.asking.signal });
      if (answer.ok && !answer.redirected) {
        this.show(await answer.text(), text);
        if (this.list.querySelector("[data-goes-on]")) this.askIn(PAUSE);
        this.fail(-1);
      } else this.fail(answer.redirected ? 403 : answer.status);
    } catch (error) {
      if (error.name !== "AbortError") this.fail(0);
    }
  }

  // The field works without suggestions; the palette is nothing without them, and says what is the matter (forms.js).
  fail(status) {
    if (status >= 0) this.close();
    if (this.palette) this.input.dispatchEvent(new CustomEvent("failed", { bubbles: true, detail: status }));
  }

  // What was marked stays so where more was found for the same text.
  show(html, text) {
    const marked = this.shown === text && this.options[this.place]?.href;
    this.shown = text;
    const part = document.createElement("template");
    part.innerHTML = html;
    const found = part.content.querySelector("[role=listbox]") ?? part.content;
    const goesOn = found.querySelector("[data-goes-on]");
    this.list.replaceChildren(...found.childNodes);
    this.options.forEach((option, place) => {
      option.id ||= `${this.list.id}-${place}`;
      option.tabIndex = -1;
      option.setAttribute("aria-selected", "false");
    });
    const count = this.options.length;
    this.list.hidden = !count;
    this.input.setAttribute("aria-expanded", String(count > 0));
    this.status.textContent = count ? `${count} found` : goesOn ? "" : "Nothing found";
    const again = this.options.findIndex((option) => marked && option.href === marked);
    this.mark(this.palette && count ? Math.max(again, 0) : -1);
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.mark(-1);
  }

  mark(place) {
    this.options.forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
    const option = this.options[place];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
    this.place = place;
  }

  // Where nothing had the focus before, the field would keep it for a moment, and take the next key for a letter.
  leave() {
    this.palette.close();
    this.input.blur();
  }

  press(event) {
    const count = this.list.hidden ? 0 : this.options.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && count) this.mark((this.place + step + count + (this.place < 0 && step < 0 ? 1 : 0)) % count);
    else if (event.key === "ArrowDown") this.ask();
    else if (event.key === "Enter" && this.palette && this.shown !== this.input.value.trim()) {} // of what was typed before
    else if (event.key === "Enter" && count && this.place >= 0) this.choose(this.options[this.place]);
    else if (event.key === "Escape" && this.palette) this.leave(); // the browser would only empty a search field
    else if (event.key === "Escape" && count) this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // Who was taken, with what tells namesakes apart: it stays under the field until something else is typed.
  tell(option) {
    const said = option.cloneNode(true);
    for (const picture of said.querySelectorAll("[aria-hidden]")) picture.remove();
    this.status.textContent = said.textContent.replace(/\s+/g, " ").trim();
    this.status.className = "form-text mb-0";
  }

  choose(option) {
    if (!option) return;
    if (option.href) {
      location.assign(option.href);
      return;
    }
    this.input.value = option.dataset.value ?? option.textContent.trim();
    if (this.into) this.into.value = option.dataset.id ?? "";
    this.close();
    this.tell(option);
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function comboboxOf(input) {
  if (!boxes.has(input)) boxes.set(input, new Combobox(input));
  return boxes.get(input);
}

const attend = (element) => element?.matches("input[data-suggest]") && comboboxOf(element);
document.addEventListener("focusin", ({ target }) => attend(target));
attend(document.activeElement); // autofocus comes before this file

const palette = document.getElementById("palette");
document.addEventListener("click", (event) => {
  if (palette && (event.target === palette || event.target.closest("[data-closes=palette]"))) palette.close(); // beside it, or on a phone
  if (!palette || !event.target.closest("[data-opens=palette]") || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  palette.showModal();
  const input = palette.querySelector("input");
  input.select();
  comboboxOf(input).ask();
});
