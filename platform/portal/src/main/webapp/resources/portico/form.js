/* Forms that must not lose anything: drafts are saved while one types, files go up one by one with their progress. */
(() => {
  "use strict";

  const values = (form) => {
    const found = {};
    for (const input of form.querySelectorAll("[data-field]")) {
      if (["radio", "checkbox"].includes(input.type) && !input.checked) continue;
      found[input.dataset.field] = input.value;
    }
    return JSON.stringify(found);
  };

  // A menu whose choices belong to one of another menu offers those of the choice made there. All of them are in the
  // page, in groups, for who has no script.
  for (const menu of document.querySelectorAll("select[data-depends-on]")) {
    const parent = document.getElementById(menu.dataset.dependsOn);
    if (!parent) continue;
    const narrow = () => {
      for (const group of menu.querySelectorAll("optgroup")) {
        group.hidden = group.disabled = group.dataset.parent !== parent.value;
      }
      if (menu.selectedOptions[0]?.closest("optgroup")?.disabled) menu.value = "";
    };
    parent.addEventListener("change", narrow);
    // Also where the browser has filled the form in again, on the way back.
    window.addEventListener("pageshow", narrow);
    narrow();
  }

  // Rows of choices are moved, removed and added in place; without this file their buttons ask the server to.
  for (const rows of document.querySelectorAll("[data-rows]")) {
    rows.addEventListener("click", (event) => {
      const button = event.target.closest("[data-row]");
      if (!button) return;
      event.preventDefault();
      const row = button.closest(".option-row");
      if (button.dataset.row === "add") {
        const blank = [...rows.querySelectorAll(".is-blank")].at(-1);
        const next = blank.cloneNode(true);
        for (const input of next.querySelectorAll("input")) {
          input.value = "";
          input.removeAttribute("id");
        }
        blank.after(next);
        next.querySelector("input").focus();
      } else if (button.dataset.row === "remove") {
        const near = row.nextElementSibling?.matches(".option-row") ? row.nextElementSibling : row.previousElementSibling;
        row.remove();
        near?.querySelector("input")?.focus();
      } else {
        const other = button.dataset.row === "up" ? row.previousElementSibling : row.nextElementSibling;
        if (other?.matches(".option-row:not(.option-names, .is-blank)")) {
          other[button.dataset.row === "up" ? "before" : "after"](row);
          button.focus();
        }
      }
    });
  }

  // The answer to a button with data-in-place is shown where it was pressed, so that a password, which no answer repeats, is
  // not to be typed again. Where that fails the form is sent as any other.
  const inPlace = async (form, button) => {
    const main = document.querySelector("main");
    const body = new URLSearchParams(new FormData(form, button));
    form.dataset.sending = "true";
    form.setAttribute("aria-busy", "true");
    button.disabled = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
      if (!answer.ok || answer.redirected || !next?.querySelector(`form[id="${form.id}"]`)) throw new Error(answer.status);
      for (const typed of form.querySelectorAll("input[type=password]")) {
        next.querySelector(`input[id="${typed.id}"]`).value = typed.value;
      }
      main.replaceWith(next);
      (next.querySelector("[data-focus-on-load]") ?? document.getElementById(button.id)).focus();
    } catch {
      delete form.dataset.sending;
      button.disabled = false;
      button.removeAttribute("data-in-place");
      form.requestSubmit(button);
    }
  };
  document.addEventListener("submit", (event) => {
    if (!event.submitter?.matches("[data-in-place]")) return;
    event.preventDefault();
    if (!event.target.dataset.sending) inPlace(event.target, event.submitter);
  });

  for (const form of document.querySelectorAll("form[data-draft]")) {
    const hint = form.querySelector("[data-draft-hint]");
    let saved = values(form);
    let timer;
    let saving = new AbortController();
    const save = async () => {
      const now = values(form);
      if (now === saved || form.dataset.sending) return;
      try {
        const answer = await fetch(form.dataset.draft, {
          method: "PUT",
          headers: { "Content-Type": "application/json" },
          body: now,
          keepalive: true,
          signal: saving.signal,
        });
        if (!answer.ok) throw new Error(answer.status);
        saved = now;
        if (hint) hint.textContent = form.dataset.saved;
      } catch {
        if (hint) hint.textContent = form.dataset.notSaved;
      }
    };
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(save, 800);
    });
    // A draft that is saved while its form is sent would come back after the form was taken.
    form.addEventListener("submit", () => {
      clearTimeout(timer);
      saving.abort();
      saving = new AbortController();
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") save();
    });
  }

  const upload = (box) => {
    const input = box.querySelector("input[type=file]");
    const list = box.querySelector("[data-files]");
    const template = box.querySelector("template");
    const said = box.querySelector("[data-said]");
    const waiting = [];
    let busy = false;
    let failures = 0;

    const finish = (row, name, outcome, text) => {
      row.classList.add(outcome);
      row.querySelector(".file-state").textContent = text;
      said.textContent = `${name}: ${text}`;
      if (outcome === "is-failed") failures++;
    };

    const labelled = (text, name) => text.replace("{name}", name);

    const next = () => {
      if (busy || !waiting.length) return;
      busy = true;
      const { file, row } = waiting.shift();
      const state = row.querySelector(".file-state");
      const progress = row.querySelector("progress");
      const done = () => {
        busy = false;
        progress.remove();
        next();
      };
      const request = new XMLHttpRequest();
      row.abort = () => request.abort();
      request.upload.addEventListener("progress", (event) => {
        if (!event.lengthComputable) return;
        progress.value = Math.round((100 * event.loaded) / event.total);
        state.textContent = new Intl.NumberFormat(box.dataset.locale, { style: "percent" }).format(event.loaded / event.total);
      });
      request.addEventListener("load", () => {
        let answer = {};
        try {
          answer = JSON.parse(request.responseText);
        } catch {
          /* an answer without words is a failure with our own */
        }
        if (request.status === 201) {
          row.dataset.file = answer.id;
          const id = Object.assign(document.createElement("input"), { type: "hidden", name: "file", value: answer.id });
          row.append(id);
          finish(row, file.name, "is-done", box.dataset.uploaded);
        } else {
          finish(row, file.name, "is-failed", answer.errors?.[0]?.detail ?? answer.detail ?? box.dataset.failed);
        }
        done();
      });
      request.addEventListener("error", () => {
        finish(row, file.name, "is-failed", box.dataset.failed);
        done();
      });
      request.addEventListener("abort", done);
      request.open("POST", box.dataset.upload);
      request.setRequestHeader("Content-Type", "application/octet-stream");
      request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
      request.send(file);
    };

    input.addEventListener("change", () => {
      for (const file of input.files) {
        const row = template.content.firstElementChild.cloneNode(true);
        row.querySelector(".file-name > span").textContent = file.name;
        row.querySelector("progress").setAttribute("aria-label", file.name);
        row.querySelector("button").setAttribute("aria-label", labelled(box.dataset.remove, file.name));
        list.append(row);
        waiting.push({ file, row });
      }
      input.value = "";
      next();
    });

    const removed = async (id) => {
      try {
        return (await fetch(`${box.dataset.upload}/${id}`, { method: "DELETE" })).ok;
      } catch {
        return false;
      }
    };

    list.addEventListener("click", async (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      const row = button.closest("li");
      const following = row.nextElementSibling ?? row.previousElementSibling;
      const at = waiting.findIndex((entry) => entry.row === row);
      if (at >= 0) waiting.splice(at, 1);
      else if (row.dataset.file && !(await removed(row.dataset.file))) {
        row.querySelector(".file-state").textContent = box.dataset.failed;
        return;
      }
      else if (row.abort && !row.classList.contains("is-failed")) row.abort();
      row.remove();
      (following?.querySelector("button") ?? input).focus();
    });

    // Files that are still going up would be lost: the form is sent when they are there, and not if one was refused.
    box.closest("form")?.addEventListener("submit", (event) => {
      if (!busy) return;
      event.preventDefault();
      const submitter = event.submitter;
      const before = failures;
      const wait = setInterval(() => {
        if (busy) return;
        clearInterval(wait);
        if (failures === before) event.target.requestSubmit(submitter);
      }, 100);
    });
  };
  document.querySelectorAll("[data-upload]").forEach(upload);
})();
