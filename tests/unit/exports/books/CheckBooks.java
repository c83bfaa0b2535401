import com.adobe.epubcheck.tool.EpubChecker;

/** Checks several EPUBs, and writes what is found beside each, as JSON. */
class CheckBooks {
  public static void main(String[] paths) {
    for (String path : paths) {
      String report = path.replaceAll("\\.epub$", ".json");
      new EpubChecker().run(new String[] {path, "--quiet", "--json", report});
    }
  }
}
