// For browsers that cannot read the page's modules: old words only, and the truth instead of a blank page.
(function () {
  window.addEventListener("load", function () {
    setTimeout(function () {
      if (document.documentElement.getAttribute("data-started")) return;
      var old = document.getElementById("old");
      if (old) old.removeAttribute("hidden");
    }, 1500);
  });
})();
