import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Validates every PDF of a folder with veraPDF, against PDF/A-2a and PDF/UA-1.
 *
 * <p>One line for each file and profile, with tabs: PASS or FAIL, profile, file, number of rules, number of assertions,
 * and for a FAIL each broken rule. The profiles are read from their XML by hand, since the jar that carries the library
 * has no reader for them.
 */
public class VeraSjekk {
    private static final Map<String, String> PROFILES = Map.of("2a", "PDFA-2A", "ua1", "PDFUA-1");

    public static void main(String[] folder) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(folder[0]))) {
            files = all.filter(p -> p.toString().endsWith(".pdf")).sorted().collect(Collectors.toList());
        }
        for (String name : List.of("2a", "ua1")) {
            PDFAFlavour flavour = PDFAFlavour.fromString(name);
            ValidationProfile profile = profile(flavour, PROFILES.get(name));
            for (Path file : files) {
                System.out.println(verdict(name, flavour, profile, file));
            }
        }
    }

    private static String verdict(String name, PDFAFlavour flavour, ValidationProfile profile, Path file) {
        try (InputStream in = new FileInputStream(file.toFile());
                PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(profile, 100, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            String broken = result.getFailedChecks().entrySet().stream()
                    .map(e -> e.getKey().getClause() + "-" + e.getKey().getTestNumber() + " x" + e.getValue() + " "
                            + profile.getRuleByRuleId(e.getKey()).getDescription().replaceAll("\\s+", " "))
                    .collect(Collectors.joining("; "));
            return String.join("\t", result.isCompliant() ? "PASS" : "FAIL", name, file.getFileName().toString(),
                    "" + profile.getRules().size(), "" + result.getTotalAssertions(), broken);
        } catch (Exception problem) {
            return String.join("\t", "FAIL", name, file.getFileName().toString(), "0", "0", problem.toString());
        }
    }

    private static ValidationProfile profile(PDFAFlavour flavour, String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        String resource = "org/verapdf/pdfa/validation/" + name + ".xml";
        Document xml = factory.newDocumentBuilder()
                .parse(VeraSjekk.class.getClassLoader().getResourceAsStream(resource));
        Set<Rule> rules = new HashSet<>();
        for (Element rule : elements(xml.getElementsByTagNameNS("*", "rule"))) {
            rules.add(rule(rule));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element variable : elements(xml.getElementsByTagNameNS("*", "variable"))) {
            variables.add(Profiles.variableFromValues(variable.getAttribute("name"), variable.getAttribute("object"),
                    text(variable, "defaultValue"), text(variable, "value")));
        }
        return Profiles.profileFromValues(flavour,
                Profiles.profileDetailsFromValues(name, name, "veraPDF Consortium", new Date(0)), "", rules, variables);
    }

    private static Rule rule(Element rule) {
        Element id = child(rule, "id");
        RuleId ruleId = Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")), id.getAttribute("clause"),
                Integer.parseInt(id.getAttribute("testNumber")));
        ErrorDetails error = Profiles.errorFromValues(text(child(rule, "error"), "message"), new ArrayList<>());
        Boolean deferred = rule.getAttribute("deferred").equals("true") ? Boolean.TRUE : null;
        return Profiles.ruleFromValues(ruleId, rule.getAttribute("object"), deferred, rule.getAttribute("tags"),
                text(rule, "description"), text(rule, "test"), error, new ArrayList<>());
    }

    private static String text(Element parent, String name) {
        Element child = child(parent, name);
        return child == null ? "" : child.getTextContent();
    }

    private static Element child(Element parent, String name) {
        for (Element element : elements(parent.getChildNodes())) {
            if (name.equals(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element) {
                found.add((Element) nodes.item(i));
            }
        }
        return found;
    }
}
