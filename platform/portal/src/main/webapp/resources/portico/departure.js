/* Leads to another site after a while, unless the visitor stops it. Without this file there is the link. */
(() => {
  "use strict";
  for (const part of document.querySelectorAll("[data-departure]")) {
    const go = part.querySelector("[data-departure-go]");
    const stop = part.querySelector("[data-departure-stop]");
    const soon = part.querySelector("[data-departure-soon]");
    const count = soon.querySelector(".count-down");
    const said = soon.querySelector("[role=status]");
    const words = said.textContent;
    let left = Number(part.dataset.departure);

    const end = () => {
      clearInterval(timer);
      stop.hidden = true;
      count.hidden = true;
    };
    // Nobody is taken away from behind another window, and whoever comes back stays.
    const timer = setInterval(() => {
      if (document.hidden) return;
      left -= 1;
      count.textContent = new Intl.NumberFormat(document.documentElement.lang).format(left);
      if (left > 0) return;
      end();
      location.replace(go.href);
    }, 1000);
    const stay = () => {
      end();
      said.textContent = part.dataset.stopped;
    };
    stop.addEventListener("click", () => {
      stay();
      go.focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !stop.hidden) stay();
    });
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) stay();
    });

    // Filled once it is shown, so that it is read out.
    said.textContent = "";
    soon.hidden = false;
    stop.hidden = false;
    setTimeout(() => {
      said.textContent = words;
    }, 50);
  }
})();
