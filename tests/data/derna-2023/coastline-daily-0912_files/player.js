window.playlist = ["24 people rescued", "7 clips"];
