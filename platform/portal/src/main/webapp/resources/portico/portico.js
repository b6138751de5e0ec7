/* Small conveniences. Every page works without this file; it is loaded in <head> so that the theme never flashes. */
(() => {
  "use strict";
  const root = document.documentElement;
  const KEY = "portico.theme";
  const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");

  const remembered = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // storage may be forbidden; the theme then lasts for this page
    }
  };
  const remember = (theme) => {
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      /* see above */
    }
  };
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : prefersDark.matches);
  const showTheme = () => {
    for (const toggle of document.querySelectorAll("[data-theme-toggle]")) {
      toggle.hidden = false;
      toggle.setAttribute("aria-pressed", String(isDark()));
    }
  };

  const stored = remembered();
  if (stored === "dark" || stored === "light") root.dataset.theme = stored;
  prefersDark.addEventListener("change", showTheme);

  const closeMenus = (except) => {
    for (const menu of document.querySelectorAll("details[data-menu][open]")) {
      if (menu !== except) menu.open = false;
    }
  };

  document.addEventListener("click", (event) => {
    closeMenus(event.target.closest("details[data-menu]"));
    if (event.target.closest("[data-theme-toggle]")) {
      root.dataset.theme = isDark() ? "light" : "dark";
      remember(root.dataset.theme);
      showTheme();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector("details[data-menu][open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("focusout", (event) => {
    const menu = event.target.closest("details[data-menu][open]");
    if (menu && event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });

  // A double click must not send a form twice. Buttons are disabled only after the browser has read the form,
  // or the pressed button's name would be missing. Opt out with data-repeatable (a form that answers a download).
  const submitButtons = (form) =>
    [...form.elements].filter((element) => element.matches("button:not([type=button]), input[type=submit]"));
  const release = (form) => {
    delete form.dataset.sending;
    form.removeAttribute("aria-busy");
    for (const button of submitButtons(form).filter((each) => each.dataset.held)) {
      button.disabled = false;
      delete button.dataset.held;
    }
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.hasAttribute("data-repeatable") || form.target === "_blank" || form.method === "dialog") return;
    if (form.dataset.sending) {
      event.preventDefault();
      return;
    }
    setTimeout(() => {
      if (event.defaultPrevented) return;
      form.dataset.sending = "true";
      form.setAttribute("aria-busy", "true");
      for (const button of submitButtons(form).filter((each) => !each.disabled)) {
        button.disabled = true;
        button.dataset.held = "true";
      }
    });
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sending]").forEach(release));

  // A button with data-confirm asks first, in the dialog of that id, which may say its label; without this file it acts at once.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-confirm]");
    if (!button) return;
    event.preventDefault();
    const dialog = document.getElementById(button.dataset.confirm);
    const named = dialog.querySelector("[data-named]");
    if (named) named.textContent = button.getAttribute("aria-label");
    dialog.returnValue = "";
    dialog.onclose = () => {
      if (dialog.returnValue === "confirmed") button.form.requestSubmit(button);
    };
    dialog.showModal();
  });

  // A password can be looked at while it is chosen.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-reveal]");
    if (!button) return;
    const field = document.getElementById(button.dataset.reveal);
    const shown = field.type === "password";
    field.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", String(shown));
  });

  // Pasted and dropped files go into the form's own file field, so the server sees nothing new.
  const fileField = (element) => element?.closest?.("form")?.querySelector("input[type=file]:not(:disabled)");
  const offer = (field, files) => {
    if (!field || !files?.length) return false;
    const box = new DataTransfer();
    for (const file of field.multiple ? [...field.files, ...files] : [files[0]]) box.items.add(file);
    field.files = box.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  };
  document.addEventListener("paste", (event) => {
    if (offer(fileField(event.target), event.clipboardData?.files)) event.preventDefault();
  });
  for (const type of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(type, (event) => {
      const zone = event.target.closest?.(".dropzone");
      if (!zone) return;
      event.preventDefault();
      zone.classList.toggle("is-dragover", type === "dragover");
      if (type === "drop") offer(zone.querySelector("input[type=file]") ?? fileField(zone), event.dataTransfer.files);
    });
  }

  // Long work: the bar moves by itself, and the page is loaded anew when the work is over. A failure waits and asks again.
  const PAUSE = 1500;
  const follow = async (part) => {
    const bar = part.querySelector("progress");
    const words = part.querySelector("[data-progress-text]");
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      try {
        const response = await fetch(part.dataset.progress, { headers: { Accept: "application/json" } });
        const state = response.ok ? await response.json() : { running: response.status >= 500 };
        if (!state.running) return location.reload();
        if (state.text && words.textContent !== state.text) {
          bar.max = Math.max(state.max, 1);
          bar.value = state.value;
          words.textContent = state.text;
        }
      } catch {
        /* the server is away */
      }
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-reveal]")) button.hidden = false;
    for (const part of document.querySelectorAll("[data-progress]")) follow(part);
    showTheme();
    document.querySelector("[data-focus-on-load]")?.focus();
  });
})();
