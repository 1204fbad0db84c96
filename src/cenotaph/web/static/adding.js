// Uploads: how much of the files was sent, then how far the reading of them is.
const form = document.querySelector("[data-upload]");
const shown = document.querySelector("#upload");

if (form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const bar = form.querySelector("progress");
    const request = new XMLHttpRequest();
    bar.hidden = false;
    form.querySelector("button").disabled = true;
    request.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable) bar.value = sent.loaded / sent.total;
    });
    request.addEventListener("load", () => {
      if (request.status < 400) location.assign(request.responseURL);
      else document.querySelector("main").innerHTML = new DOMParser().parseFromString(request.responseText, "text/html").querySelector("main").innerHTML;
    });
    request.open("POST", form.action);
    request.send(new FormData(form));
  });
}

async function follow() {
  while (shown && shown.querySelector("[data-over='no']")) {
    await new Promise((resolve) => setTimeout(resolve, 400));
    const answer = await fetch(shown.dataset.address, { headers: { "x-part": "1" } }).catch(() => null);
    if (!answer?.ok) return;
    shown.innerHTML = await answer.text();
  }
}

follow();
